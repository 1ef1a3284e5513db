import asyncio


def thermometer_read(callback, context):
    asyncio.get_running_loop().call_later(1, callback, 21, context)


def on_temperature(celsius, future):
    future.set_result(celsius)


async def temperature():
    future = asyncio.get_running_loop().create_future()
    thermometer_read(on_temperature, future)
    print("Measuring")
    return await future


async def main():
    celsius = await temperature()
    print("%d degrees" % celsius)


asyncio.run(main())

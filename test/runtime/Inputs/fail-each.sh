# fail-each.sh PROGRAM COUNT: each of the first COUNT allocations fails, alone and with all that follow. The program may
# end with 0 or 3; with 0 in the end, when there is nothing left to fail.
program=$1 count=$2 n=1
export ASYNC_CLOCK=virtual
while [ $n -le $count ]; do
    for plus in '' +; do
        ASYNC_FAIL=alloc:$n$plus timeout 20 "$program"
        status=$?
        if [ $status -ne 0 ] && [ $status -ne 3 ]; then
            echo "status $status with ASYNC_FAIL=alloc:$n$plus"
            exit 1
        fi
    done
    n=$((n + 1))
done
[ $status -eq 0 ]

#ifndef TABLE_H
#define TABLE_H

void lay_table(void);

#endif

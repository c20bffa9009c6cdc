/* Says hello, and on which machine it runs. */
#include <stdio.h>
#include <sys/utsname.h>

int main(void)
{
	struct utsname machine;

	if (uname(&machine) != 0) {
		perror("hello");
		return 1;
	}
	printf("hello, world, from %s\n", machine.machine);
	return 0;
}

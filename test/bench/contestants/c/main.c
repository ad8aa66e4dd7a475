// The contestant in C: answers lines.
//   check <workload> <cell> <readout> <V> <H> <Y> <T> <B> <gain>   →   <loss> <norm of the gradient> <loss after one update>
//   run <milliseconds>                                             →   <steps> <seconds>
#include "network.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

int main(void) {
  static const struct { const char *name; const Cell *cell; } cells[] = {{"rnn", &rnn}, {"lstm", &lstm}, {"gru", &gru}};
  char line[256], workload[64], name[16], readout[16];
  Network *net = NULL; // an earlier one is not freed: there are seven
  const Cell *cell = NULL;
  double milliseconds, gain;
  Sizes s;
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (sscanf(line, "check %63s %15s %15s %d %d %d %d %d %lf", workload, name, readout, &s.V, &s.H, &s.Y, &s.T, &s.B, &gain) == 9) {
      cell = NULL;
      for (int i = 0; i < 3; i++)
        if (strcmp(cells[i].name, name) == 0) cell = cells[i].cell;
      if (cell == NULL) {
        printf("no cell \"%s\"\n", name);
      } else {
        s.in_step = strcmp(readout, "each") == 0;
        net = create_network(s, gain, cell);
        const double loss = train(net, cell, 0.1);
        const double norm = gradient_norm(net);
        printf("%.17g %.17g %.17g\n", loss, norm, train(net, cell, 0));
      }
    } else if (sscanf(line, "run %lf", &milliseconds) == 1 && net != NULL && cell != NULL) {
      long steps = 0, group = 1;
      const double start = now();
      double seconds = 0;
      while (seconds * 1000 < milliseconds) {
        for (long k = 0; k < group; k++) train(net, cell, 1e-6);
        steps += group;
        const double then = seconds;
        seconds = now() - start;
        if ((seconds - then) * 1000 < milliseconds / 32) group *= 2;
      }
      printf("%ld %.9f\n", steps, seconds);
    } else {
      printf("? %s", line);
    }
    fflush(stdout);
  }
  return 0;
}

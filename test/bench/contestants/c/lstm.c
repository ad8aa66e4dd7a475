// The LSTM, gates in PyTorch's order i, f, g, o: c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t).
#include "activations.h"
#include "network.h"
#include "products.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  double *gates, *da; // [T, B, 4H]
  double *c;          // [T + 1, B, H]
  double *squashed;   // tanh c, [T, B, H]
  double *dc;         // [B, H]
} Kept;

static void *create(const Network *net) {
  const long T = net->s.T, size = (long)net->s.B * net->s.H;
  Kept *kept = malloc(sizeof(Kept));
  if (kept == NULL) exit(1);
  *kept = (Kept){numbers(4 * T * size), numbers(4 * T * size), numbers((T + 1) * size), numbers(T * size), numbers(size)};
  return kept;
}

static void forward(Network *net) {
  const Kept *kept = net->cell;
  const int H = net->s.H, B = net->s.B, size = B * H;
  for (int t = 0; t < net->s.T; t++) {
    double *a = kept->gates + 4 * t * size;
    read_input(net, t, a);
    add_product(B, 4 * H, H, net->h + t * size, H, net->WhT, 4 * H, a, 4 * H);
    for (int k = 0; k < B; k++) {
      double *i = a + 4 * k * H, *f = i + H, *g = f + H, *o = g + H;
      const double *restrict c_prev = kept->c + t * size + k * H;
      double *restrict c = kept->c + (t + 1) * size + k * H, *restrict s = kept->squashed + t * size + k * H;
      double *restrict h = net->h + (t + 1) * size + k * H;
      sigmoid(2 * H, i);
      squash(H, g);
      sigmoid(H, o);
      for (int j = 0; j < H; j++) c[j] = s[j] = f[j] * c_prev[j] + i[j] * g[j];
      squash(H, s);
      for (int j = 0; j < H; j++) h[j] = o[j] * s[j];
    }
  }
}

static void backward(Network *net) {
  const Kept *kept = net->cell;
  const int H = net->s.H, B = net->s.B, size = B * H;
  memset(kept->dc, 0, sizeof(double) * size);
  for (int t = net->s.T - 1; t >= 0; t--) {
    for (int k = 0; k < B; k++) {
      const int at = t * size + k * H;
      const double *restrict i = kept->gates + 4 * at, *restrict f = i + H, *restrict g = f + H, *restrict o = g + H;
      const double *restrict c_prev = kept->c + at, *restrict s = kept->squashed + at, *restrict dh = net->dh + at;
      const double *restrict carry = net->carry + k * H;
      double *restrict di = kept->da + 4 * at, *restrict df = di + H, *restrict dg = df + H, *restrict d_o = dg + H;
      double *restrict dc = kept->dc + k * H;
      for (int j = 0; j < H; j++) {
        const double d = carry[j] + dh[j];
        const double dcj = dc[j] + d * o[j] * (1 - s[j] * s[j]);
        d_o[j] = d * s[j] * o[j] * (1 - o[j]);
        di[j] = dcj * g[j] * i[j] * (1 - i[j]);
        df[j] = dcj * c_prev[j] * f[j] * (1 - f[j]);
        dg[j] = dcj * i[j] * (1 - g[j] * g[j]);
        dc[j] = dcj * f[j];
      }
    }
    memset(net->carry, 0, sizeof(double) * size);
    add_product(B, H, 4 * H, kept->da + 4 * t * size, 4 * H, net->p.Wh, H, net->carry, H);
  }
  recurrent_gradients(net, kept->da, kept->da);
}

const Cell lstm = {4, create, forward, backward};

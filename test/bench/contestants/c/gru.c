// The GRU in PyTorch's form, gates r, z, n: n = tanh(a_n + r ⊙ Wh_n h_{t−1}), h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}.
#include "activations.h"
#include "network.h"
#include "products.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  double *gates, *recalled; // [T, B, 3H]: r, z, n; Wh h_{t−1}
  double *da, *dr;          // [T, B, 3H]: gradients of the sums, and of what was recalled
} Kept;

static void *create(const Network *net) {
  const long count = 3L * net->s.T * net->s.B * net->s.H;
  Kept *kept = malloc(sizeof(Kept));
  if (kept == NULL) exit(1);
  *kept = (Kept){numbers(count), numbers(count), numbers(count), numbers(count)};
  return kept;
}

static void forward(Network *net) {
  const Kept *kept = net->cell;
  const int H = net->s.H, B = net->s.B, size = B * H;
  for (int t = 0; t < net->s.T; t++) {
    double *a = kept->gates + 3 * t * size, *recalled = kept->recalled + 3 * t * size;
    read_input(net, t, a);
    memset(recalled, 0, sizeof(double) * 3 * size);
    add_product(B, 3 * H, H, net->h + t * size, H, net->WhT, 3 * H, recalled, 3 * H);
    for (int k = 0; k < B; k++) {
      double *r = a + 3 * k * H, *z = r + H, *n = z + H;
      const double *restrict m = recalled + 3 * k * H, *restrict before = net->h + t * size + k * H;
      double *restrict h = net->h + (t + 1) * size + k * H;
      for (int j = 0; j < H; j++) {
        r[j] += m[j];
        z[j] += m[H + j];
      }
      sigmoid(2 * H, r);
      for (int j = 0; j < H; j++) n[j] += r[j] * m[2 * H + j];
      squash(H, n);
      for (int j = 0; j < H; j++) h[j] = n[j] + z[j] * (before[j] - n[j]);
    }
  }
}

static void backward(Network *net) {
  const Kept *kept = net->cell;
  const int H = net->s.H, B = net->s.B, size = B * H;
  for (int t = net->s.T - 1; t >= 0; t--) {
    for (int k = 0; k < B; k++) {
      const int at = t * size + k * H;
      const double *restrict r = kept->gates + 3 * at, *restrict z = r + H, *restrict n = z + H;
      const double *restrict m = kept->recalled + 3 * at + 2 * H, *restrict before = net->h + at, *restrict dh = net->dh + at;
      double *restrict carry = net->carry + k * H;
      double *restrict da = kept->da + 3 * at, *restrict dr = kept->dr + 3 * at;
      for (int j = 0; j < H; j++) {
        const double d = carry[j] + dh[j];
        const double dn = d * (1 - z[j]) * (1 - n[j] * n[j]);
        da[j] = dr[j] = dn * m[j] * r[j] * (1 - r[j]);
        da[H + j] = dr[H + j] = d * (before[j] - n[j]) * z[j] * (1 - z[j]);
        da[2 * H + j] = dn;
        dr[2 * H + j] = dn * r[j];
        carry[j] = d * z[j];
      }
    }
    add_product(B, H, 3 * H, kept->dr + 3 * t * size, 3 * H, net->p.Wh, H, net->carry, H);
  }
  recurrent_gradients(net, kept->da, kept->dr);
}

const Cell gru = {3, create, forward, backward};

// The vanilla RNN: h_t = tanh(Wx x_t + Wh h_{t−1} + b).
#include "activations.h"
#include "network.h"
#include "products.h"
#include <string.h>

/** The gradients of the sums a_t, [T, B, H]. */
static void *create(const Network *net) { return numbers((long)net->s.T * net->s.B * net->s.H); }

static void forward(Network *net) {
  const int H = net->s.H, B = net->s.B, size = B * H;
  for (int t = 0; t < net->s.T; t++) {
    double *h = net->h + (t + 1) * size;
    read_input(net, t, h);
    add_product(B, H, H, h - size, H, net->WhT, H, h, H);
    squash(size, h);
  }
}

static void backward(Network *net) {
  const int H = net->s.H, B = net->s.B, size = B * H;
  double *all = net->cell, *restrict carry = net->carry;
  for (int t = net->s.T - 1; t >= 0; t--) {
    const double *restrict h = net->h + (t + 1) * size, *restrict dh = net->dh + t * size;
    double *restrict da = all + t * size;
    for (int i = 0; i < size; i++) da[i] = (carry[i] + dh[i]) * (1 - h[i] * h[i]);
    memset(carry, 0, sizeof(double) * size);
    add_product(B, H, H, da, H, net->p.Wh, H, carry, H);
  }
  recurrent_gradients(net, all, all);
}

const Cell rnn = {1, create, forward, backward};

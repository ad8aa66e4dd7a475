#include "network.h"
#include "products.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double *numbers(long count) {
  size_t bytes = ((size_t)count * sizeof(double) + 63) / 64 * 64;
  double *all = aligned_alloc(64, bytes > 0 ? bytes : 64);
  if (all == NULL) {
    fprintf(stderr, "There is no memory for %ld numbers.\n", count);
    exit(1);
  }
  memset(all, 0, bytes);
  return all;
}

// The generator that every contestant has: s ← 1664525 s + 1013904223 mod 2³² (Numerical Recipes), a number s / 2³².
static uint32_t state;
static double uniform(void) {
  state = state * 1664525u + 1013904223u;
  return state / 4294967296.0;
}
static double around_zero(double scale) { return (2 * uniform() - 1) * scale; }

static Parameters views(const Sizes *s, double *all) {
  int rows = s->gates * s->H;
  Parameters p;
  p.WxT = all;
  p.Wh = p.WxT + s->V * rows;
  p.b = p.Wh + rows * s->H;
  p.Wy = p.b + rows;
  p.by = p.Wy + s->Y * s->H;
  return p;
}

static void refresh(Network *net) {
  const Sizes *s = &net->s;
  transpose(s->gates * s->H, s->H, net->p.Wh, net->WhT, s->gates * s->H);
  if (s->in_step) transpose(s->Y, s->H, net->p.Wy, net->WyT, net->Yp);
}

/** Weights, inputs and targets are drawn in the same order as everywhere: Wx [G·H, V], Wh, b, Wy, by, inputs [B, T], targets. */
Network *create_network(Sizes sizes, double gain, const Cell *cell) {
  Network *net = calloc(1, sizeof(Network));
  if (net == NULL) exit(1);
  net->s = sizes;
  Sizes *s = &net->s;
  s->gates = cell->gates;
  int rows = s->gates * s->H, places = s->T * s->B;
  net->Yp = (s->Y + 7) / 8 * 8;
  net->count = rows * (s->V + s->H + 1) + s->Y * (s->H + 1);
  net->values = numbers(net->count);
  net->slopes = numbers(net->count);
  net->p = views(s, net->values);
  net->d = views(s, net->slopes);
  net->WhT = numbers((long)s->H * rows);
  net->WyT = numbers((long)s->H * net->Yp);
  net->inputs = calloc(places, sizeof(int));
  net->targets = calloc(places, sizeof(int));
  net->h = numbers((long)(s->T + 1) * s->B * s->H);
  net->dh = numbers((long)places * s->H);
  net->logits = numbers((long)places * net->Yp);
  net->carry = numbers((long)s->B * s->H);

  state = 12345;
  double scale = 1 / sqrt(s->H);
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < s->V; v++) net->p.WxT[v * rows + i] = around_zero(scale);
  for (int i = 0; i < rows * s->H; i++) net->p.Wh[i] = around_zero(scale * gain);
  for (int i = 0; i < rows; i++) net->p.b[i] = around_zero(scale);
  for (int i = 0; i < s->Y * s->H; i++) net->p.Wy[i] = around_zero(scale);
  for (int i = 0; i < s->Y; i++) net->p.by[i] = around_zero(scale);
  for (int k = 0; k < s->B; k++)
    for (int t = 0; t < s->T; t++) net->inputs[t * s->B + k] = (int)(uniform() * s->V);
  for (int k = 0; k < s->B; k++)
    for (int t = 0; t < s->T; t++) net->targets[t * s->B + k] = s->in_step ? (int)(uniform() * s->Y) : 1;

  net->cell = cell->create(net);
  refresh(net);
  return net;
}

void read_input(const Network *net, int t, double *restrict out) {
  const int n = net->s.gates * net->s.H;
  const double *restrict b = net->p.b;
  for (int k = 0; k < net->s.B; k++) {
    const double *restrict row = net->p.WxT + net->inputs[t * net->s.B + k] * n;
    for (int i = 0; i < n; i++) out[k * n + i] = row[i] + b[i];
  }
}

void recurrent_gradients(Network *net, const double *da, const double *dr) {
  const Sizes *s = &net->s;
  const int n = s->gates * s->H, B = s->B;
  for (int k = 0; k < s->T * B; k++) {
    const double *restrict from = da + k * n;
    double *restrict row = net->d.WxT + net->inputs[k] * n, *restrict b = net->d.b;
    for (int i = 0; i < n; i++) {
      row[i] += from[i];
      b[i] += from[i];
    }
  }
  // Some steps at a time, so that what they recalled stays near.
  const int places = s->T * B, most = 64;
  for (int k = 0; k < places; k += most)
    add_outer_products(n, s->H, places - k < most ? places - k : most, dr + k * n, n, net->h + k * s->H, s->H, net->d.Wh, s->H);
}

/** Logits, softmax and cross-entropy, the mean over all T·B; gradients of Wy, by; dh of each step. */
static double read_out_each(Network *net) {
  const Sizes *s = &net->s;
  const int H = s->H, Y = s->Y, Yp = net->Yp, places = s->T * s->B, most = 16;
  const double *h = net->h + s->B * H;
  double *restrict y = net->logits, *restrict dby = net->d.by;
  double loss = 0;
  for (int k = 0; k < places; k++)
    for (int v = 0; v < Y; v++) y[k * Yp + v] = net->p.by[v];
  for (int k = 0; k < places; k += most)
    add_product(places - k < most ? places - k : most, Yp, H, h + k * H, H, net->WyT, Yp, y + k * Yp, Yp);
  for (int k = 0; k < places; k++) {
    double *restrict row = y + k * Yp;
    double largest = row[0], total = 0;
    for (int v = 1; v < Y; v++) largest = row[v] > largest ? row[v] : largest;
    const double right = row[net->targets[k]] - largest;
    for (int v = 0; v < Y; v++) row[v] = exp(row[v] - largest);
    for (int v = 0; v < Y; v++) total += row[v];
    loss += log(total) - right;
    const double factor = 1 / (total * places);
    for (int v = 0; v < Y; v++) row[v] *= factor;
    row[net->targets[k]] -= 1.0 / places;
    for (int v = 0; v < Y; v++) dby[v] += row[v];
  }
  for (int k = 0; k < places; k += 64)
    add_outer_products(Y, H, places - k < 64 ? places - k : 64, y + k * Yp, Yp, h + k * H, H, net->d.Wy, H);
  memset(net->dh, 0, sizeof(double) * places * H);
  for (int k = 0; k < places; k += most)
    add_product(places - k < most ? places - k : most, H, Y, y + k * Yp, Yp, net->p.Wy, H, net->dh + k * H, H);
  return loss / places;
}

/** One logit from the last state and its binary cross-entropy with target 1, the mean over B. dh of earlier steps stays zero. */
static double read_out_last(Network *net) {
  const Sizes *s = &net->s;
  const int H = s->H, B = s->B;
  const double *h = net->h + s->T * B * H;
  double *dh = net->dh + (s->T - 1) * B * H;
  double loss = 0;
  for (int k = 0; k < B; k++) {
    double y = net->p.by[0];
    for (int i = 0; i < H; i++) y += net->p.Wy[i] * h[k * H + i];
    const double target = net->targets[(s->T - 1) * B + k];
    loss += (y > 0 ? y : 0) + log1p(exp(-fabs(y))) - target * y;
    const double dy = (1 / (1 + exp(-y)) - target) / B;
    net->d.by[0] += dy;
    for (int i = 0; i < H; i++) {
      net->d.Wy[i] += dy * h[k * H + i];
      dh[k * H + i] = dy * net->p.Wy[i];
    }
  }
  return loss / B;
}

double train(Network *net, const Cell *cell, double rate) {
  cell->forward(net);
  memset(net->slopes, 0, sizeof(double) * net->count);
  const double loss = net->s.in_step ? read_out_each(net) : read_out_last(net);
  memset(net->carry, 0, sizeof(double) * net->s.B * net->s.H);
  cell->backward(net);
  double *restrict values = net->values;
  const double *restrict slopes = net->slopes;
  for (int i = 0; i < net->count; i++) values[i] -= rate * slopes[i];
  refresh(net);
  return loss;
}

double gradient_norm(const Network *net) {
  double total = 0;
  for (int i = 0; i < net->count; i++) total += net->slopes[i] * net->slopes[i];
  return sqrt(total);
}

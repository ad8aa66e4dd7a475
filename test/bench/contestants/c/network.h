// What the three cells share: sizes, parameters, inputs, the read-out with its loss, and the SGD update.
// One buffer of parameters and one of their gradients, float64: WxT [V, G·H] (a one-hot input is one row), Wh [G·H, H],
// b [G·H], Wy [Y, H], by [Y]. Transposed copies of Wh and Wy are made anew after each update.
#ifndef NETWORK_H
#define NETWORK_H

typedef struct {
  int gates, V, H, Y, T, B;
  int in_step; // 1: a cross-entropy loss at each step; 0: one binary cross-entropy after the last
} Sizes;

typedef struct {
  double *WxT, *Wh, *b, *Wy, *by;
} Parameters;

typedef struct {
  Sizes s;
  int count, Yp;       // number of parameters; Y rounded up, so that a row of logits is a whole number of vectors
  double *values, *slopes; // all parameters, all gradients
  Parameters p, d;
  double *WhT, *WyT;   // [H, G·H], [H, Yp]
  int *inputs, *targets; // [T, B]
  double *h, *dh;      // [T + 1, B, H] with row 0 the zeros before the first step; [T, B, H] from the read-out alone
  double *logits;      // [T, B, Yp]
  double *carry;       // [B, H], what comes back from the step after
  void *cell;          // what the cell keeps of each step
} Network;

typedef struct {
  int gates;
  void *(*create)(const Network *);
  void (*forward)(Network *);
  void (*backward)(Network *);
} Cell;

extern const Cell rnn, lstm, gru;

double *numbers(long count);
Network *create_network(Sizes sizes, double gain, const Cell *cell);
/** One training step: forward, backward, update. Returns the loss before the update. */
double train(Network *net, const Cell *cell, double rate);
double gradient_norm(const Network *net);

/** What the input and the bias say, before the memory is added: out [B, G·H] = WxT[x_t] + b. */
void read_input(const Network *net, int t, double *out);
/** Gradients of Wx, b from those of the sums `da`, and of Wh from those of what was recalled, `dr`: both [T, B, G·H]. */
void recurrent_gradients(Network *net, const double *da, const double *dr);

#endif

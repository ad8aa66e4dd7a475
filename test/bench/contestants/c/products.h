// Matrix products as plain loops whose innermost one runs along contiguous rows, so that the compiler can vectorise it.
// All matrices are row-major float64; no two arguments overlap. Four rows are added at a time: a row of the result is
// loaded and stored once for four multiplications, which doubles the speed of the obvious three loops.
#ifndef PRODUCTS_H
#define PRODUCTS_H

/** c [n] += a0 b_0 + a1 b_1 + a2 b_2 + a3 b_3, four rows of B, ldb apart. */
static inline void add_four_rows(int n, double a0, double a1, double a2, double a3, const double *restrict b, int ldb,
                                 double *restrict c) {
  const double *restrict b1 = b + ldb, *restrict b2 = b1 + ldb, *restrict b3 = b2 + ldb;
  // From the left, so that each product is fused with the sum so far.
  for (int j = 0; j < n; j++) c[j] = c[j] + a0 * b[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
}

static inline void add_row(int n, double a, const double *restrict b, double *restrict c) {
  for (int j = 0; j < n; j++) c[j] += a * b[j];
}

/** c [n] += a [k] · B [k, n]; `step` is the distance between two numbers of a, ldb the length of a stored row of B. */
static inline void add_rows(int n, int k, const double *restrict a, int step, const double *restrict B, int ldb, double *restrict c) {
  int l = 0;
  for (; l + 4 <= k; l += 4)
    add_four_rows(n, a[l * step], a[(l + 1) * step], a[(l + 2) * step], a[(l + 3) * step], B + l * ldb, ldb, c);
  for (; l < k; l++) add_row(n, a[l * step], B + l * ldb, c);
}

/** C [m, n] += A [m, k] · B [k, n]. Four rows of B serve all rows of C while they are near. */
static inline void add_product(int m, int n, int k, const double *restrict A, int lda, const double *restrict B, int ldb,
                               double *restrict C, int ldc) {
  if (m == 1) {
    add_rows(n, k, A, 1, B, ldb, C);
    return;
  }
  for (int l = 0; l < k; l += 4)
    for (int i = 0; i < m; i++) add_rows(n, k - l < 4 ? k - l : 4, A + i * lda + l, 1, B + l * ldb, ldb, C + i * ldc);
}

/** C [m, n] += Aᵀ · B with A [k, m] and B [k, n]: k outer products. A row of C serves all k while it is near. */
static inline void add_outer_products(int m, int n, int k, const double *restrict A, int lda, const double *restrict B, int ldb,
                                      double *restrict C, int ldc) {
  for (int i = 0; i < m; i++) add_rows(n, k, A + i, lda, B, ldb, C + i * ldc);
}

/** B [columns, rows] = Aᵀ, eight columns at a time: each cache line that is read is used up, and lines are written in order. */
static inline void transpose(int rows, int columns, const double *restrict A, double *restrict B, int ldb) {
  for (int from = 0; from < columns; from += 8) {
    const int to = from + 8 < columns ? from + 8 : columns;
    for (int i = 0; i < rows; i++)
      for (int j = from; j < to; j++) B[j * ldb + i] = A[i * columns + j];
  }
}

#endif

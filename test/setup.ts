import fc from 'fast-check';

// The same random cases on every run; a test may ask for other ones by a seed of its own.
fc.configureGlobal({ seed: 1 });

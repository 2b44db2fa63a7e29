#ifndef PEAK_H
#define PEAK_H

/// Carries out `rounds` times 14 independent multiply-adds on the widest vectors of this machine and returns the number
/// of floating-point operations of one round. The result goes to `sink`, so that nothing is left out.
long peak_rounds(long rounds, float *sink);

#endif

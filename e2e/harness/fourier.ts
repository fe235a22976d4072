/**
 * The discrete Fourier transform of a complex signal, in place (radix 2, Cooley and Tukey).
 * @param real - its length is a power of two
 * @param inverse - true gives the inverse transform, divided by the length
 */
export function transform(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const length = real.length;
  reorder(real, imaginary);
  const { cosines, sines } = turns(length, inverse ? 1 : -1);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    const step = length / size;
    for (let start = 0; start < length; start += size) {
      for (let offset = 0; offset < half; offset++) {
        const even = start + offset;
        const odd = even + half;
        const cosine = at(cosines, offset * step);
        const sine = at(sines, offset * step);
        const oddReal = at(real, odd) * cosine - at(imaginary, odd) * sine;
        const oddImaginary = at(real, odd) * sine + at(imaginary, odd) * cosine;
        real[odd] = at(real, even) - oddReal;
        imaginary[odd] = at(imaginary, even) - oddImaginary;
        real[even] = at(real, even) + oddReal;
        imaginary[even] = at(imaginary, even) + oddImaginary;
      }
    }
  }
  if (!inverse) return;
  for (let index = 0; index < length; index++) {
    real[index] = at(real, index) / length;
    imaginary[index] = at(imaginary, index) / length;
  }
}

/** Half a turn of the unit circle, in as many steps as the longest butterflies need. */
function turns(length: number, direction: 1 | -1) {
  const angle = (direction * 2 * Math.PI) / length;
  const cosines = Float64Array.from({ length: length / 2 }, (_, step) => Math.cos(angle * step));
  const sines = Float64Array.from({ length: length / 2 }, (_, step) => Math.sin(angle * step));
  return { cosines, sines };
}

function reorder(real: Float64Array, imaginary: Float64Array): void {
  const length = real.length;
  for (let index = 1, mirrored = 0; index < length; index++) {
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index < mirrored) {
      swap(real, index, mirrored);
      swap(imaginary, index, mirrored);
    }
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = at(values, one);
  values[one] = at(values, other);
  values[other] = kept;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

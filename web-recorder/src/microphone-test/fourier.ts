/**
 * Power of each frequency of a real signal: bin `k` of the result is that of `k · sampleRate / length` Hz
 * (radix-2 transform of Cooley and Tukey).
 * @param signal its length is a power of two
 * @returns half as many values, so that a sine of amplitude 1 in the middle of a bin has the power 1
 */
export function powerSpectrum(signal: Float32Array): Float64Array {
  const length = signal.length;
  const real = Float64Array.from(signal);
  const imaginary = new Float64Array(length);
  reorder(real);
  for (let size = 2; size <= length; size *= 2) butterflies(real, imaginary, size);
  return Float64Array.from({ length: length / 2 }, (_, bin) => {
    const [a = 0, b = 0] = [real[bin], imaginary[bin]];
    return (4 * (a * a + b * b)) / (length * length);
  });
}

/** Puts every value to the place whose index has the same bits in opposite order. */
function reorder(values: Float64Array): void {
  const length = values.length;
  for (let index = 1, mirrored = 0; index < length; index += 1) {
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index < mirrored) {
      [values[index], values[mirrored]] = [values[mirrored] ?? 0, values[index] ?? 0];
    }
  }
}

function butterflies(real: Float64Array, imaginary: Float64Array, size: number): void {
  const half = size / 2;
  for (let offset = 0; offset < half; offset += 1) {
    const angle = (-2 * Math.PI * offset) / size;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    for (let even = offset; even < real.length; even += size) {
      const odd = even + half;
      const [oddReal = 0, oddImaginary = 0] = [real[odd], imaginary[odd]];
      const turnedReal = oddReal * cosine - oddImaginary * sine;
      const turnedImaginary = oddReal * sine + oddImaginary * cosine;
      const [evenReal = 0, evenImaginary = 0] = [real[even], imaginary[even]];
      real[odd] = evenReal - turnedReal;
      imaginary[odd] = evenImaginary - turnedImaginary;
      real[even] = evenReal + turnedReal;
      imaginary[even] = evenImaginary + turnedImaginary;
    }
  }
}

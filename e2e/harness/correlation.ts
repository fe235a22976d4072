import { transform } from './fourier.js';

/** Where a piece of sound lies in another one, and how alike the two are there. */
export interface BestMatch {
  /** Samples from the beginning of the searched sound to that of the piece. */
  readonly lag: number;
  /** Normalised cross-correlation: 1 for the same wave, at whatever loudness; 0 for an unrelated one. */
  readonly correlation: number;
}

/** Where the sound is a thousand times weaker than the piece there is only silence, and its shape is rounding. */
const silence = 1e-6;

/**
 * Finds a piece of sound in a longer one: for every lag the dot product of the two, divided by their energies over
 * the piece's length.
 * @param piece - PCM
 * @param searched - PCM at the same sample rate, not shorter than the piece
 */
export function findInSound(piece: Float32Array, searched: Float32Array): BestMatch {
  const products = crossProducts(piece, searched);
  const energyUpTo = runningEnergy(searched);
  const pieceEnergy = runningEnergy(piece).at(-1) ?? 0;
  let best: BestMatch = { lag: 0, correlation: -1 };
  for (let lag = 0; lag + piece.length <= searched.length; lag++) {
    const energy = (energyUpTo[lag + piece.length] ?? 0) - (energyUpTo[lag] ?? 0);
    const correlation =
      energy > pieceEnergy * silence ? (products[lag] ?? 0) / Math.sqrt(energy * pieceEnergy) : 0;
    if (correlation > best.correlation) best = { lag, correlation };
  }
  return best;
}

/** For each lag the sum of the products of both sounds' samples, by way of their spectra. */
function crossProducts(piece: Float32Array, searched: Float32Array): Float64Array {
  const length = 2 ** Math.ceil(Math.log2(piece.length + searched.length));
  const one = spectrum(piece, length);
  const other = spectrum(searched, length);
  const real = new Float64Array(length);
  const imaginary = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const [a = 0, b = 0] = [one.real[index], one.imaginary[index]];
    const [c = 0, d = 0] = [other.real[index], other.imaginary[index]];
    real[index] = c * a + d * b;
    imaginary[index] = d * a - c * b;
  }
  transform(real, imaginary, true);
  return real;
}

function spectrum(samples: Float32Array, length: number) {
  const real = new Float64Array(length);
  real.set(samples);
  const imaginary = new Float64Array(length);
  transform(real, imaginary);
  return { real, imaginary };
}

/** The energy of the samples before each position; one value more than there are samples. */
function runningEnergy(samples: Float32Array): Float64Array {
  const energy = new Float64Array(samples.length + 1);
  samples.forEach((sample, index) => {
    energy[index + 1] = (energy[index] ?? 0) + sample * sample;
  });
  return energy;
}

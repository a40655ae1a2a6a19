/** Two soft notes, made here: no file, no foreign host. A browser that forbids sound before a press stays silent. */
export function chime(): void {
  try {
    const context = new AudioContext();
    for (const [at, pitch] of [[0, 660], [0.18, 880]] as const) note(context, context.currentTime + at, pitch);
    setTimeout(() => void context.close(), 1_000);
  } catch {
    // What it is about is seen all the same.
  }
}

function note(context: AudioContext, at: number, pitch: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.32);
}

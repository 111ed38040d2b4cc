// What the operator hears without looking: one bright beep for done, two low tones
// for refused, a soft tick for a repeat. Made by WebAudio, so that nothing is loaded.

export type Sound = 'done' | 'refused' | 'tick'

interface Tone {
  readonly hertz: number
  readonly from: number
  readonly seconds: number
  readonly gain: number
  readonly wave: OscillatorType
}

const score: Readonly<Record<Sound, readonly Tone[]>> = {
  done: [{ hertz: 1318, from: 0, seconds: 0.11, gain: 0.5, wave: 'sine' }],
  refused: [
    { hertz: 220, from: 0, seconds: 0.16, gain: 0.55, wave: 'square' },
    { hertz: 165, from: 0.2, seconds: 0.26, gain: 0.55, wave: 'square' },
  ],
  tick: [{ hertz: 700, from: 0, seconds: 0.03, gain: 0.18, wave: 'triangle' }],
}

let speaker: AudioContext | null = null
let loudness = 0.7

/** Sets the volume, 0 to 100, as the settings of the station have it. */
export function setVolume(percent: number): void {
  loudness = percent / 100
}

/** Plays a sound. A machine without loudspeakers stays silent: colour, icon and word say the same. */
export function play(sound: Sound): void {
  if (loudness <= 0 || typeof AudioContext === 'undefined') return
  speaker ??= new AudioContext()
  void speaker.resume()
  const now = speaker.currentTime
  for (const { hertz, from, seconds, gain, wave } of score[sound]) {
    const oscillator = speaker.createOscillator()
    const envelope = speaker.createGain()
    oscillator.type = wave
    oscillator.frequency.value = hertz
    envelope.gain.setValueAtTime(gain * loudness * 0.4, now + from)
    envelope.gain.exponentialRampToValueAtTime(0.0001, now + from + seconds)
    oscillator.connect(envelope).connect(speaker.destination)
    oscillator.start(now + from)
    oscillator.stop(now + from + seconds)
  }
}

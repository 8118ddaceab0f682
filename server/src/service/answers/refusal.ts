/** What was asked for cannot be answered; the message says why, and what to ask for instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

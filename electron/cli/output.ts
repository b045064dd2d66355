/** The result of a command: the value for `--json`, the lines for a person, and whether the exit status is 1. */
export type Answer = { value: unknown; lines: string[]; isNo?: boolean }

/** Writes the answer to standard output: one JSON value and nothing else, or plain lines. */
export function writeAnswer(answer: Answer, json: boolean): void {
  const text = json ? JSON.stringify(answer.value, null, 2) : answer.lines.join('\n')
  if (text !== '') process.stdout.write(`${text}\n`)
}

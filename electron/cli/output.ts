/** The result of a command: the value for `--json`, the lines for a person, and whether the exit status is 1. */
export type Answer = { value: unknown; lines: string[]; isNo?: boolean }

/** Characters that a terminal obeys, and those that turn the rest of a line around. The words may come from outside. */
const OBEYED = /(?![\t\n])\p{Cc}|[\u202A-\u202E]/gu
/** JSON escapes the other control characters by itself. */
const UNESCAPED = /[\u007F-\u009F]/gu

/** @returns the answer as it is written: one JSON value and nothing else, or plain lines. */
export function answerText({ value, lines }: Answer, json: boolean): string {
  if (!json) return lines.join('\n').replaceAll(OBEYED, '')
  return JSON.stringify(value, null, 2).replaceAll(UNESCAPED, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
}

/** Writes the answer to standard output. */
export function writeAnswer(answer: Answer, json: boolean): void {
  const text = answerText(answer, json)
  if (text !== '') process.stdout.write(`${text}\n`)
}

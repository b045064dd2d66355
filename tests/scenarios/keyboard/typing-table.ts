/** Letters typed into an empty paragraph: the document after them, and after one Backspace. */
export type Typed = { letters: string; becomes: readonly string[]; back: readonly string[] }

export type TypingRow = {
  /** The first cell of the row. */
  typed: string
  /** The second. */
  becomes: string
  examples: readonly [Typed, ...Typed[]]
}

const line = (letters: string, becomes: string, back = letters): Typed => ({
  ...{ letters, becomes: [`paragraph: ${becomes}|`], back: [`paragraph: ${back}|`] },
})
const block = (letters: string, ...becomes: string[]): Typed => ({
  ...{ letters, becomes, back: [`paragraph: ${letters}|`] },
})

/** What typed letters become. `docs/keyboard.md` must have the same table. */
export const TYPING: readonly TypingRow[] = [
  {
    typed: '`"`',
    becomes: '« or », and “ or ” within them; “ ” in left-to-right lines',
    examples: [
      line('"', '«'),
      line('"نعم"', '«نعم»', '«نعم"'),
      line('"قال "', '«قال “', '«قال "'),
      line('"قال "لا"', '«قال “لا”', '«قال “لا"'),
    ],
  },
  {
    typed: '`--`, `...`',
    becomes: '–, …',
    examples: [line('قال --', 'قال –'), line('ثم...', 'ثم…')],
  },
  {
    typed: '`## `, `### ` at the start of a paragraph',
    becomes: 'subhead, smaller subhead',
    examples: [block('## ', 'subhead: |'), block('### ', 'subhead 3: |')],
  },
  {
    typed: '`- `, `* `, `1. `, `١. `',
    becomes: 'list, numbered list',
    examples: [
      block('- ', 'list', '  list-item: |'),
      block('* ', 'list', '  list-item: |'),
      // The digits are converted first, then the list is made.
      { ...block('1. ', 'list ordered', '  list-item: |'), back: ['paragraph: ١. |'] },
      block('١. ', 'list ordered', '  list-item: |'),
    ],
  },
  {
    typed: '`> `, `< `',
    becomes: 'quote',
    examples: [
      block('> ', 'quote', '  paragraph: |', '  attribution: '),
      block('< ', 'quote', '  paragraph: |', '  attribution: '),
    ],
  },
  {
    typed: '`--- `',
    becomes: 'separator',
    examples: [block('--- ', 'separator: ', 'paragraph: |')],
  },
  {
    typed: 'digits',
    becomes: "the house's own, where it has chosen them; not in Latin names and addresses",
    examples: [line('عام 2', 'عام ٢'), line('عام 20', 'عام ٢٠', 'عام ٢0'), line('F16', 'F16', 'F1')],
  },
  {
    typed: 'an address, then a space or Enter',
    becomes: 'a link, of `https://`, `http://`, `www.` and e-mail addresses',
    // An outline shows no links: `typed-address.test.ts` does.
    examples: [line('www.example.org ', 'www.example.org ')],
  },
]

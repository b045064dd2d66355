import { clause, type Row } from './table-types.ts'

/** What Enter, Shift+Enter, and Backspace at the start do in each line. `docs/keyboard.md` must have the same table. */
export const LINES: readonly Row[] = [
  {
    in: 'kicker, headline, deck, byline, dateline',
    lines: ['kicker', 'headline', 'deck', 'byline', 'dateline'],
    enter: [
      clause(
        'goes to the next field, or to the body',
        [
          ['kicker: ق|', 'headline: ع'],
          ['kicker: ق', 'headline: |ع'],
        ],
        [
          ['headline: ع|نوان', 'deck: م'],
          ['headline: عنوان', 'deck: |م'],
        ],
        [
          ['headline: ع', 'deck: م|', 'byline: س'],
          ['headline: ع', 'deck: م', 'byline: |س'],
        ],
        [
          ['headline: ع', 'byline: س|', 'dateline: ب'],
          ['headline: ع', 'byline: س', 'dateline: |ب'],
        ],
        [
          ['headline: ع', 'dateline: ب|', 'paragraph: نص'],
          ['headline: ع', 'dateline: ب', 'paragraph: |نص'],
        ],
        [
          ['headline: ع|', 'separator: '],
          ['headline: ع', 'paragraph: |', 'separator: '],
        ],
      ),
    ],
    softBreak: 'as Enter',
    backspace: [
      clause(
        'goes to the end of the field before',
        [
          ['kicker: ق', 'headline: |ع'],
          ['kicker: ق|', 'headline: ع'],
        ],
        [
          ['headline: ع', 'deck: |م'],
          ['headline: ع|', 'deck: م'],
        ],
      ),
    ],
  },
  {
    in: 'paragraph',
    lines: ['paragraph'],
    enter: [
      clause('splits', [['paragraph: أول| ثانٍ'], ['paragraph: أول', 'paragraph: | ثانٍ']]),
      clause('the new line keeps the direction', [
        ['paragraph ltr: ab|cd'],
        ['paragraph ltr: ab', 'paragraph ltr: |cd'],
      ]),
    ],
    softBreak: [clause('a line break', [['paragraph: أول|ثانٍ'], ['paragraph: أول⏎|ثانٍ']])],
    backspace: [
      clause('joins the line before, whose direction stays', [
        ['paragraph ltr: ab', 'paragraph: |ثانٍ'],
        ['paragraph ltr: ab|ثانٍ'],
      ]),
    ],
  },
  {
    in: 'subhead, pull quote, correction',
    lines: ['subhead', 'pullquote', 'correction'],
    enter: [
      clause(
        'a paragraph after it',
        [['{line}: محور|'], ['{line}: محور', 'paragraph: |']],
        [['{line}: مح|ور'], ['{line}: مح', 'paragraph: |ور']],
      ),
      clause('at its start one above it', [['{line}: |محور'], ['paragraph: ', '{line}: |محور']]),
      clause('empty, it becomes a paragraph', [['{line}: |'], ['paragraph: |']]),
    ],
    softBreak: [
      clause(
        'as Enter in a subhead, else a line break',
        [['subhead: مح|ور'], ['subhead: مح', 'paragraph: |ور']],
        [['pullquote: مح|ور'], ['pullquote: مح⏎|ور']],
        [['correction: مح|ور'], ['correction: مح⏎|ور']],
      ),
    ],
    backspace: [
      clause('becomes a paragraph', [
        ['paragraph: نص', '{line}: |محور'],
        ['paragraph: نص', 'paragraph: |محور'],
      ]),
    ],
  },
  {
    in: 'paragraph of a quote',
    lines: ['paragraph'],
    enter: [
      clause('splits', [
        ['quote', '  paragraph: قو|ل', '  attribution: '],
        ['quote', '  paragraph: قو', '  paragraph: |ل', '  attribution: '],
      ]),
      clause('on an empty last one goes to the attribution', [
        ['quote', '  paragraph: قول', '  paragraph: |', '  attribution: '],
        ['quote', '  paragraph: قول', '  attribution: |'],
      ]),
    ],
    softBreak: [
      clause('a line break', [
        ['quote', '  paragraph: قو|ل', '  attribution: '],
        ['quote', '  paragraph: قو⏎|ل', '  attribution: '],
      ]),
    ],
    backspace: [
      clause(
        'joins the line before within the quote',
        [
          ['quote', '  paragraph: أ', '  paragraph: |ب', '  attribution: '],
          ['quote', '  paragraph: أ|ب', '  attribution: '],
        ],
        [
          ['paragraph: نص', 'quote', '  paragraph: |ب', '  attribution: '],
          ['paragraph: نص|', 'quote', '  paragraph: ب', '  attribution: '],
        ],
      ),
    ],
  },
  {
    in: 'attribution, caption, credit',
    lines: ['attribution', 'caption', 'credit'],
    enter: [
      clause('from the caption to the credit', [
        ['figure', '  caption: ت|', '  credit: '],
        ['figure', '  caption: ت', '  credit: |'],
      ]),
      clause(
        'else to the next block, or to a new paragraph',
        [
          ['quote', '  paragraph: قول', '  attribution: ق|ائل'],
          ['quote', '  paragraph: قول', '  attribution: قائل', 'paragraph: |'],
        ],
        [
          ['figure', '  caption: ت', '  credit: م|', 'paragraph: '],
          ['figure', '  caption: ت', '  credit: م', 'paragraph: |'],
        ],
        [
          ['figure', '  caption: ت', '  credit: م|', 'paragraph: نص'],
          ['figure', '  caption: ت', '  credit: م', 'paragraph: |نص'],
        ],
      ),
    ],
    softBreak: 'as Enter',
    backspace: [
      clause(
        'goes to the end of the line before',
        [
          ['quote', '  paragraph: قول', '  attribution: |قائل'],
          ['quote', '  paragraph: قول|', '  attribution: قائل'],
        ],
        [
          ['paragraph: نص', 'figure', '  caption: |ت', '  credit: م'],
          ['paragraph: نص|', 'figure', '  caption: ت', '  credit: م'],
        ],
        [
          ['figure', '  caption: ت', '  credit: |م'],
          ['figure', '  caption: ت|', '  credit: م'],
        ],
      ),
    ],
  },
  {
    in: 'list item',
    lines: ['list-item'],
    enter: [
      clause('a new item', [
        ['list', '  list-item: أو|ل'],
        ['list', '  list-item: أو', '  list-item: |ل'],
      ]),
      clause(
        'empty, it comes one level out, and from the first level leaves the list',
        [
          ['list', '  list-item: أول', '  list-item 1: |'],
          ['list', '  list-item: أول', '  list-item: |'],
        ],
        [
          ['list', '  list-item: أول', '  list-item: |'],
          ['list', '  list-item: أول', 'paragraph: |'],
        ],
      ),
    ],
    softBreak: [
      clause('a line break', [
        ['list', '  list-item: أو|ل'],
        ['list', '  list-item: أو⏎|ل'],
      ]),
    ],
    backspace: [
      clause('one level out', [
        ['list', '  list-item: أول', '  list-item 1: |ثانٍ'],
        ['list', '  list-item: أول', '  list-item: |ثانٍ'],
      ]),
      clause('from the first level becomes a paragraph', [
        ['list', '  list-item: أول', '  list-item: |ثانٍ'],
        ['list', '  list-item: أول', 'paragraph: |ثانٍ'],
      ]),
    ],
  },
  {
    in: 'factbox title',
    lines: ['factbox-title'],
    enter: [
      clause('goes into the box', [
        ['factbox', '  factbox-title: أر|قام', '  paragraph: سطر'],
        ['factbox', '  factbox-title: أرقام', '  paragraph: |سطر'],
      ]),
    ],
    softBreak: 'as Enter',
    backspace: [
      clause('in an empty box the box goes', [['factbox', '  factbox-title: |', '  paragraph: '], ['paragraph: |']]),
      clause('else to the line before', [
        ['paragraph: نص', 'factbox', '  factbox-title: |', '  paragraph: سطر'],
        ['paragraph: نص|', 'factbox', '  factbox-title: ', '  paragraph: سطر'],
      ]),
    ],
  },
  {
    in: 'paragraph of a factbox',
    lines: ['paragraph'],
    enter: [
      clause('splits', [
        ['factbox', '  factbox-title: ع', '  paragraph: سط|ر'],
        ['factbox', '  factbox-title: ع', '  paragraph: سط', '  paragraph: |ر'],
      ]),
      clause('on an empty last one leaves the box', [
        ['factbox', '  factbox-title: ع', '  paragraph: سطر', '  paragraph: |'],
        ['factbox', '  factbox-title: ع', '  paragraph: سطر', 'paragraph: |'],
      ]),
    ],
    softBreak: [
      clause('a line break', [
        ['factbox', '  factbox-title: ع', '  paragraph: سط|ر'],
        ['factbox', '  factbox-title: ع', '  paragraph: سط⏎|ر'],
      ]),
    ],
    backspace: [
      clause('joins the line before within the box', [
        ['factbox', '  factbox-title: ع', '  paragraph: أ', '  paragraph: |ب'],
        ['factbox', '  factbox-title: ع', '  paragraph: أ|ب'],
      ]),
    ],
  },
  {
    in: 'half of a verse',
    lines: ['hemistich'],
    enter: [
      clause('goes to the other half', [
        ['verse', '  hemistich: صد|ر', '  hemistich: عجز'],
        ['verse', '  hemistich: صدر', '  hemistich: |عجز'],
      ]),
      clause('from the second one opens the next verse', [
        ['verse', '  hemistich: صدر', '  hemistich: عجز|'],
        ['verse', '  hemistich: صدر', '  hemistich: عجز', 'verse', '  hemistich: |', '  hemistich: '],
      ]),
      clause('an empty verse becomes a paragraph', [['verse', '  hemistich: |', '  hemistich: '], ['paragraph: |']]),
    ],
    softBreak: 'as Enter',
    backspace: [
      clause('in an empty verse the verse goes', [['verse', '  hemistich: |', '  hemistich: '], ['paragraph: |']]),
      clause(
        'else to the line before',
        [
          ['verse', '  hemistich: صدر', '  hemistich: |عجز'],
          ['verse', '  hemistich: صدر|', '  hemistich: عجز'],
        ],
        [
          ['paragraph: نص', 'verse', '  hemistich: |صدر', '  hemistich: عجز'],
          ['paragraph: نص|', 'verse', '  hemistich: صدر', '  hemistich: عجز'],
        ],
      ),
    ],
  },
  {
    in: 'related link',
    lines: ['related-item'],
    enter: [
      clause('a new one', [
        ['related', '  related-item: ما|دة'],
        ['related', '  related-item: ما', '  related-item: |دة'],
      ]),
      clause('on an empty last one leaves the block', [
        ['related', '  related-item: مادة', '  related-item: |'],
        ['related', '  related-item: مادة', 'paragraph: |'],
      ]),
    ],
    softBreak: 'as Enter',
    backspace: [
      clause('an empty one goes', [
        ['related', '  related-item: مادة', '  related-item: |'],
        ['related', '  related-item: مادة|'],
      ]),
      clause('in an empty block the block goes', [['related', '  related-item: |'], ['paragraph: |']]),
    ],
  },
  {
    in: 'table cell',
    lines: ['table-cell'],
    enter: [
      clause('the cell below', [
        ['table', '  table-row', '    table-cell: أ|', '  table-row', '    table-cell: ب'],
        ['table', '  table-row', '    table-cell: أ', '  table-row', '    table-cell: |ب'],
      ]),
      clause('from the last row leaves the table', [
        ['table', '  table-row', '    table-cell: أ|'],
        ['table', '  table-row', '    table-cell: أ', 'paragraph: |'],
      ]),
    ],
    softBreak: [
      clause('a line break', [
        ['table', '  table-row', '    table-cell: أ|ب'],
        ['table', '  table-row', '    table-cell: أ⏎|ب'],
      ]),
    ],
    backspace: [
      clause('in an empty table the table goes', [['table', '  table-row', '    table-cell: |'], ['paragraph: |']]),
      clause('else to the cell before', [
        ['table', '  table-row', '    table-cell: أ', '    table-cell: |ب'],
        ['table', '  table-row', '    table-cell: أ|', '    table-cell: ب'],
      ]),
    ],
  },
  {
    in: 'after a separator or an opaque block',
    lines: ['separator', 'unknown'],
    enter: [],
    softBreak: [],
    backspace: [
      clause('the separator goes', [
        ['paragraph: نص', 'separator: ', 'paragraph: |بعده'],
        ['paragraph: نص', 'paragraph: |بعده'],
      ]),
      clause('the opaque block is selected', [
        ['paragraph: نص', 'unknown: ', 'paragraph: |بعده'],
        ['paragraph: نص', 'unknown: |', 'paragraph: بعده'],
      ]),
    ],
  },
  {
    in: 'a separator, an opaque block',
    lines: ['separator', 'unknown'],
    enter: [clause('a paragraph after it', [['{line}: |'], ['{line}: ', 'paragraph: |']])],
    softBreak: 'as Enter',
    backspace: [
      clause(
        'it goes',
        [['paragraph: نص', '{line}: |'], ['paragraph: نص|']],
        [
          ['paragraph: نص', '{line}: |', 'paragraph: بعده'],
          ['paragraph: نص', 'paragraph: |بعده'],
        ],
      ),
    ],
  },
]

/** The sentences below the table in `docs/keyboard.md`. */
export const JOINING = [
  clause(
    'An empty line before the joined one goes, and the other keeps its own sort and direction.',
    [['paragraph: ', 'paragraph ltr: |ab'], ['paragraph ltr: |ab']],
    [['subhead: ', 'paragraph: |نص'], ['paragraph: |نص']],
  ),
  clause(
    'Lines that differ in meaning (head and body, caption and text) never run into one another.',
    [
      ['headline: ع', 'paragraph: |نص'],
      ['headline: ع|', 'paragraph: نص'],
    ],
    [
      ['figure', '  caption: ت', '  credit: م', 'paragraph: |نص'],
      ['figure', '  caption: ت', '  credit: م|', 'paragraph: نص'],
    ],
  ),
] as const

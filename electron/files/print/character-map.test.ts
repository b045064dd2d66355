import { expect, it } from 'vitest'
import { readCharacters, writeCharacters } from './character-map.ts'

const MAP = `begincmap
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
3 beginbfchar
<0003> <0627>
<0022> <0000>
<0200> <D83DDE00>
endbfchar
1 beginbfrange
<0030> <0032> <0041>
endbfrange
1 beginbfchar
<0003> <0623>
endbfchar
endcmap
`

it('reads what glyphs stand for, one by one and in ranges, the last word first', () => {
  expect([...readCharacters(MAP)]).toEqual([
    ...[
      ['0003', 'أ'],
      ['0022', '\0'],
      ['0200', '😀'],
    ],
    ...[
      ['0030', 'A'],
      ['0031', 'B'],
      ['0032', 'C'],
    ],
  ])
})

it('writes a map with other characters, in sections of a hundred', () => {
  const characters = new Map(Array.from({ length: 101 }, (_each, index) => [String(1000 + index), 'ب'] as const))
  const written = writeCharacters(MAP, characters)
  expect(written.match(/\d+ beginbfchar/gu)).toEqual(['100 beginbfchar', '1 beginbfchar'])
  expect(written).toMatch(
    /^begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n100 beginbfchar\n<1000> <0628>\n/u,
  )
  expect(written).toMatch(/<1100> <0628>\nendbfchar\nendcmap\n$/u)
  expect(readCharacters(written)).toEqual(characters)
})

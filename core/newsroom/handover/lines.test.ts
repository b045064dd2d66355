import { expect, it } from 'vitest'
import fc from 'fast-check'
import { headsOf, inOrder, lastCommon, lineOf, relationOf, type Line } from './lines.ts'

/** @returns a line of `a`, `b<a`, `d<b,c`: each with what it follows. */
const line = (...all: string[]): Line =>
  lineOf(
    all.map((each) => {
      const [id = '', parents = ''] = each.split('<')
      return { id, parents: parents === '' ? [] : parents.split(',') }
    }),
  )

it('says whether what comes in is known, goes on from here, or grew apart', () => {
  expect(relationOf(line('a', 'b<a'), line('a'))).toBe('nothing')
  expect(relationOf(line('a'), line('a', 'b<a'))).toBe('forward')
  expect(relationOf(line('a', 'b<a'), line('a', 'c<a'))).toBe('apart')
})

it('finds the ends, and the last that both have', () => {
  expect(headsOf(line('a', 'b<a', 'c<a'))).toEqual(['b', 'c'])
  expect(lastCommon(line('a', 'b<a', 'c<b'), line('a', 'b<a', 'd<b'))).toBe('b')
  expect(lastCommon(line('a'), line('b'))).toBeNull()
})

it('of two that both have and that do not follow each other, it takes the one before them', () => {
  const common = ['a', 'b<a', 'c<b', 'd<b']
  expect(lastCommon(line(...common, 'e<c,d'), line(...common, 'f<c,d'))).toBe('b')
})

const at = (id: string, time: number, ...parents: string[]) => ({ id, at: `2026-11-24T08:0${time}:00.000Z`, parents })

it('puts each behind what it follows, whatever the clocks said, else by time', () => {
  const all = [at('d', 1, 'b', 'c'), at('c', 9, 'a'), at('b', 2, 'a'), at('a', 5)]
  expect(inOrder(all).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})

it('keeps what follows itself in a circle, or something that is not there', () => {
  expect(inOrder([at('b', 2, 'c'), at('c', 1, 'b'), at('a', 3, 'z')]).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
})

it('orders the same set alike, in whatever order it came', () => {
  const graphs = fc
    .array(fc.tuple(fc.nat(9), fc.array(fc.nat(30), { maxLength: 3 })), { maxLength: 30 })
    .map((drawn) => drawn.map(([time, parents], index) => at(`${index}`, time, ...parents.map(String))))
  fc.assert(
    fc.property(graphs, fc.nat(), (graph, turn) => {
      const turned = [
        ...graph.slice(turn % (graph.length + 1)),
        ...graph.slice(0, turn % (graph.length + 1)),
      ].toReversed()
      expect(inOrder(turned)).toEqual(inOrder(graph))
      expect(inOrder(graph)).toHaveLength(graph.length)
    }),
  )
})

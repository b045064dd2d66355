import { describe, expect, it } from 'vitest'
import { findExpressions } from './find-expressions.ts'

describe('findExpressions', () => {
  it('finds what is written as an expression, in functions too', () => {
    expect(findExpressions('const A = /a+/u\nconst f = (t: string) => t.match(/b(?<c>d)/giu)', 'ts').literals).toEqual([
      { source: 'a+', flags: 'u', line: 1 },
      { source: 'b(?<c>d)', flags: 'giu', line: 2 },
    ])
  })
  it.each([
    ['a function', "function f(name: string) {\n  return new RegExp(`<${name}>`, 'u')\n}", [2]],
    ['an arrow function', "const f = (name: string) => new RegExp(name, 'u')", [1]],
    ['a call without `new`', 'const f = (name: string) => RegExp(name)', [1]],
    ['a method', 'class A {\n  f(name: string) {\n    return new RegExp(name)\n  }\n}', [3]],
    ['a field of a class', "class A {\n  name = 'a'\n  own = new RegExp(this.name)\n}", [3]],
    ['another name of the class', 'const f = () => {\n  const Own = RegExp\n  return new Own("a")\n}', [2]],
  ])('finds one that is built in %s', (_where, text, lines) => {
    expect(findExpressions(text, 'ts').built).toEqual(lines)
  })
  it('leaves those that are built once, when the module is loaded, and types', () => {
    const text = "const LETTER = 'a'\nconst A = new RegExp(`${LETTER}$`, 'u')\nconst f = (own: RegExp): RegExp => own"
    expect(findExpressions(text, 'ts').built).toEqual([])
  })
})

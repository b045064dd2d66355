import { Editor } from 'slate'
import { describe, expect, it, vi } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { body, isOpen, put, service, stored, withLines } from '#tests/support/proposal-service.ts'
import { keysOf, startAnew, withProposal } from '#tests/support/proposal-sessions.ts'
import { decide } from './decisions.ts'

vi.mock('#renderer/bridge/client.ts', async () => (await import('#tests/support/proposal-service.ts')).client)

startAnew()

describe('deciding', () => {
  it('accepts a change into the article and saves both at once; undo brings both back', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    expect(body(session.current())).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
    await session.save()
    expect(body(service.article as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(2)
    await session.save()
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان'])
    expect(service.decisions).toEqual([
      { decision: 'accepted', removed: 'كثيرا', added: 'بشدة' },
      { decision: 'undone', removed: 'كثيرا', added: 'بشدة' },
    ])
    session.editor.redo()
    expect(body(session.current())).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
  })

  it('rejects without a change of the article, and that is a step of undo too', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session), 'rejected')
    expect(keysOf(session)).toEqual([])
    await session.save()
    expect([service.saveNumber, stored().filter(isOpen)]).toEqual([0, []])
    session.editor.undo()
    expect(keysOf(session)).toHaveLength(2)
    await session.save()
    expect(stored().filter(isOpen)).toHaveLength(1)
  })

  it('leaves the caret and the selection at their words, also when it is undone', async () => {
    const session = await withProposal('لقد ارتفع النفط بشدة أمس', 'سطر ثالث')
    const { editor } = session
    const place = (): string => {
      const { anchor, focus } = editor.selection ?? Editor.range(editor, [])
      const before = Editor.string(editor, { anchor: Editor.start(editor, [1]), focus: anchor })
      return `${before}|${Editor.string(editor, { anchor, focus })}|`
    }
    editor.select({ anchor: { path: [1, 0], offset: 6 }, focus: { path: [1, 0], offset: 11 } })
    const [first = ''] = keysOf(session)
    decide(session, [first], 'accepted')
    expect(place()).toBe('لقد ارتفع |النفط|')
    editor.undo()
    expect(place()).toBe('ارتفع |النفط|')
    editor.redo()
    expect(place()).toBe('لقد ارتفع |النفط|')
    decide(session, keysOf(session), 'accepted')
    expect(place()).toBe('لقد ارتفع |النفط|')
    // Moved since: undo does not bring it back to where it was when the changes were accepted.
    editor.select({ path: [2, 0], offset: 3 })
    editor.undo()
    expect(editor.selection?.focus).toEqual({ path: [2, 0], offset: 3 })
    decide(session, keysOf(session), 'rejected')
    editor.undo()
    expect(editor.selection?.focus).toEqual({ path: [2, 0], offset: 3 })
  })

  it('is saved once when the answer to the first save was lost', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    service.fault = 'lost-answer'
    expect(await session.save()).toBe(false)
    expect(await session.save()).toBe(true)
    expect(service.decisions).toHaveLength(1)
    expect(body(service.article as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
  })

  it('keeps what the author proposed meanwhile', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    put('x', '', withLines('ارتفع النفط كثيرا أمس', 'سطر ثان'), withLines('ارتفع النفط بشدة أمس', 'سطر ثالث طويل'), 0)
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    expect(await session.save()).toBe(true)
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(body(stored()[0]?.head as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثالث طويل'])
  })

  it('leaves an alternative of another person as a clash', async () => {
    put('y', 'ليلى', service.article as Article, withLines('ارتفع النفط قليلا أمس', 'سطر ثان'), null)
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثان')
    expect(keysOf(session)).toHaveLength(2)
    decide(
      session,
      keysOf(session).filter((key) => key.startsWith('x/')),
      'accepted',
    )
    const [left] = session.painter.items.get()
    expect([left?.proposal.by, left?.clash?.now.added, left?.description.added]).toEqual(['ليلى', 'بشدة', 'قليلا'])
    decide(session, keysOf(session), 'accepted')
    expect(body(session.current())).toEqual(['ارتفع النفط قليلا أمس', 'سطر ثان'])
    expect(keysOf(session)).toEqual([])
  })

  it('takes what a clash proposes beside what the article has there, and undoes that', async () => {
    put('y', 'ليلى', service.article as Article, withLines('ارتفع النفط كثيرا أمس', 'سطر ثان مهم'), null)
    const session = await withProposal('ارتفع النفط كثيرا أمس', 'سطر ثان طويل')
    decide(
      session,
      keysOf(session).filter((key) => key.startsWith('x/')),
      'accepted',
    )
    expect(session.painter.items.get().map(({ clash }) => clash?.canBeBoth)).toEqual([true])
    decide(session, keysOf(session), 'both')
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان طويل مهم'])
    expect(keysOf(session)).toEqual([])
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان طويل'])
    expect(keysOf(session)).toHaveLength(1)
  })
})

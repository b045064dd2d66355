import { describe, expect, it } from 'vitest'
import { newArticle, paragraph } from '#core/article/factories.ts'
import type { Article } from '#core/article/article.ts'
import { ContractError } from '#core/contract/errors.ts'
import { createCommitter } from './commit.ts'

function text(words: string): Article {
  let count = 0
  const newId = (): string => `b${(count += 1)}`
  return newArticle('a1', newId, [paragraph(newId, words)])
}

/** A store of one article that can commit without answering, or fail without committing. */
function setUp() {
  let stored = { article: text(''), saveNumber: 0 }
  const fault: { next: 'none' | 'lost-answer' | 'refused' } = { next: 'none' }
  const committer = createCommitter(
    {
      async save({ article, baseSaveNumber }) {
        const { next } = fault
        fault.next = 'none'
        if (next === 'refused') throw new ContractError('connection-lost')
        if (baseSaveNumber !== stored.saveNumber) throw new ContractError('conflict')
        stored = { article, saveNumber: baseSaveNumber + 1 }
        if (next === 'lost-answer') throw new ContractError('connection-lost')
        return { saveNumber: stored.saveNumber, updatedAt: '', state: 'draft', proposals: [] }
      },
      read: async () => stored,
    },
    0,
  )
  const commit = (words: string) => committer.commit({ article: text(words), caret: null })
  return {
    commit,
    committer,
    fault,
    stored: () => stored,
    write: (article: Article) => (stored = { article, saveNumber: stored.saveNumber + 1 }),
  }
}

describe('the committer', () => {
  it('continues from a save that was committed but not answered', async () => {
    const { commit, fault, stored } = setUp()
    fault.next = 'lost-answer'
    await expect(commit('أول')).rejects.toMatchObject({ code: 'connection-lost' })
    fault.next = 'refused'
    await expect(commit('أول وثانٍ')).rejects.toMatchObject({ code: 'connection-lost' })
    expect(await commit('أول وثانٍ وثالث')).toMatchObject({ saveNumber: 2 })
    expect(stored()).toEqual({ article: text('أول وثانٍ وثالث'), saveNumber: 2 })
  })

  it('sends saves one by one, each based on the one before', async () => {
    const { commit, stored } = setUp()
    await Promise.all([commit('أول'), commit('أول وثانٍ')])
    expect(stored()).toEqual({ article: text('أول وثانٍ'), saveNumber: 2 })
  })

  it('reports the save of another window as a conflict, even if an own save is in doubt', async () => {
    const { commit, fault, write, stored } = setUp()
    fault.next = 'refused'
    await expect(commit('نصي')).rejects.toMatchObject({ code: 'connection-lost' })
    write(text('نص غيري'))
    await expect(commit('نصي وبقيته')).rejects.toMatchObject({ code: 'conflict' })
    expect(stored().article).toEqual(text('نص غيري'))
  })

  it('saves over the text of another window only after a rebase', async () => {
    const { commit, committer, write, stored } = setUp()
    write(text('نص غيري'))
    await expect(commit('نصي')).rejects.toMatchObject({ code: 'conflict' })
    committer.rebase(1)
    expect(await commit('نصي')).toMatchObject({ saveNumber: 2 })
    expect(stored().article).toEqual(text('نصي'))
  })
})

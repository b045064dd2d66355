import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newArticle } from '#core/article/factories.ts'
import { contract, type CallName } from '#core/contract/contract.ts'
import { DEFAULT_SETTINGS } from '#core/contract/settings.ts'
import { ACT_RIGHTS, CALL_RIGHTS, MOVE_RIGHTS, type Right } from '#core/newsroom/rights.ts'
import { destinationConfigSchema } from '#core/export/destinations/index.ts'
import { USUAL_RULES, type HouseRules } from '#core/newsroom/house.ts'
import { roleSchema, STATES, type Role } from '#core/review/states.ts'
import { openStore } from '#db/open.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { putDestination } from '#db/tables/destinations.ts'
import { addWriter } from '#db/tables/writers.ts'
import { requireMay } from '#electron/service/people/guard.ts'
import { counter } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { onTestFinished } from 'vitest'
import { rolesPage } from './table.ts'

const ROLES = roleSchema.options
const CALLS = Object.keys(contract) as CallName[]

/** What each role may at the least: a change of the tables must be meant. */
const FORBIDDEN: Readonly<Record<Role, readonly CallName[]>> = {
  reporter: [
    ...(['bin.empty', 'deliveries.cancel', 'deliveries.resolve', 'deliveries.retry', 'deliveries.send'] as const),
    ...(['deliveries.sendMany', 'destinations.remove', 'destinations.save', 'destinations.test'] as const),
    ...(['house.issue', 'store.removed', 'store.restore', 'store.restoreArticle'] as const),
  ],
  editor: [...(['bin.empty', 'destinations.remove', 'house.issue', 'store.restore'] as const)],
  chief: ['destinations.remove', 'house.issue'],
  administrator: [],
}

const CONFIG = { kind: 'wordpress', address: 'https://one.example', account: 'a', sections: {} } as const
const DESTINATION = { id: 'd1', name: 'الموقع', config: destinationConfigSchema.parse(CONFIG) }

/** A store with an article of سعاد («own») and one of هدى («others»). */
function twoArticles() {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  for (const [id, author] of [
    ['own', 'سعاد'],
    ['others', 'هدى'],
  ] as const) {
    insertArticle(store.db, {
      article: newArticle(id, counter(id)),
      state: 'draft',
      author,
      at: '2026-11-24T08:00:00.000Z',
    })
  }
  const ask = (
    name: CallName,
    input: Record<string, unknown>,
    role: Role,
    id: 'own' | 'others',
    rules: HouseRules = USUAL_RULES,
  ) => {
    try {
      requireMay(name, input, id, { actor: { name: 'سعاد', role }, rules, db: store.db })
      return 'allowed'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  putDestination(store.db, DESTINATION, '2026-11-24T08:00:00.000Z')
  return { store, ask }
}

const expected = (right: Right, id: 'own' | 'others'): string =>
  right === 'no' ? 'not-your-role' : right === 'own' && id === 'others' ? 'not-your-draft' : 'allowed'

describe('the table of rights', () => {
  it('has every call of the contract, and no other', () => {
    expect(Object.keys(CALL_RIGHTS).toSorted()).toEqual(CALLS.toSorted())
  })

  it.each(ROLES)('forbids a %s these calls', (role) => {
    const forbidden = CALLS.filter((name) => CALL_RIGHTS[name][role] === 'no')
    expect(forbidden.toSorted()).toEqual([...FORBIDDEN[role]].toSorted())
  })

  it('gives no role less than the one below it', () => {
    const rank = { no: 0, own: 1, yes: 2 } as const
    for (const table of [...Object.values(CALL_RIGHTS), ...Object.values(MOVE_RIGHTS), ...Object.values(ACT_RIGHTS)]) {
      const ranks = ROLES.map((role) => rank[table[role]])
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    }
  })

  it('is what docs/roles.md says: npm run roles', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'roles.md'), 'utf8')
    expect(page.replaceAll(/ +\|/gu, ' |').replaceAll(/-{3,}/gu, '---')).toBe(rolesPage())
  })
})

describe('the guard', () => {
  const pairs = CALLS.flatMap((name) => ROLES.map((role) => [role, name] as const))

  it('judges every pair of a role and a call as the table says, with one’s own article and with another’s', () => {
    const { ask } = twoArticles()
    for (const [role, name] of pairs) {
      for (const id of ['own', 'others'] as const) {
        // A password alone, for a destination as it is.
        const input = name === 'destinations.save' ? DESTINATION : {}
        expect([role, name, id, ask(name, input, role, id)]).toEqual([
          role,
          name,
          id,
          expected(CALL_RIGHTS[name][role], id),
        ])
      }
    }
  })

  it('judges every pair of a role and a step of the review as the table says', () => {
    const { ask } = twoArticles()
    for (const name of ['review.move', 'review.moveMany'] as const) {
      for (const [role, to] of ROLES.flatMap((each) => STATES.map((state) => [each, state] as const))) {
        for (const id of ['own', 'others'] as const) {
          expect([role, to, id, ask(name, { to }, role, id)]).toEqual([
            role,
            to,
            id,
            expected(MOVE_RIGHTS[to][role], id),
          ])
        }
      }
    }
  })

  it.each(ROLES)(
    'lets a %s change what the house shares only as administrator, and nobody a name or a role',
    (role) => {
      const { ask } = twoArticles()
      const shared = role === 'administrator' ? 'allowed' : 'not-your-role'
      for (const key of [
        'sections',
        'binding',
        'templates',
        'snippets',
        'limits',
        'digits',
        'typing',
        'house',
        'editorsPropose',
      ] as const) {
        expect(ask('settings.set', { [key]: DEFAULT_SETTINGS[key] }, role, 'own')).toBe(shared)
      }
      expect(ask('settings.set', { theme: 'dark', language: 'en' }, role, 'own')).toBe('allowed')
      expect(ask('settings.set', { role: 'administrator' }, role, 'own')).toBe('house-decides')
      expect(ask('settings.set', { name: 'هدى' }, role, 'own')).toBe('house-decides')
    },
  )

  it.each(ROLES)('lets a %s import over an article only as an editor or more', (role) => {
    const { ask } = twoArticles()
    const over = { choices: [{ index: 0, as: 'revision' }] }
    expect(ask('import.take', over, role, 'own')).toBe(role === 'reporter' ? 'not-your-role' : 'allowed')
    expect(ask('import.take', { choices: [{ index: 0, as: 'copy' }] }, role, 'own')).toBe('allowed')
  })

  it.each(['editor', 'chief', 'administrator'] as const)(
    'lets a %s approve no text that they wrote in, unless the house does',
    (role) => {
      const { store, ask } = twoArticles()
      addWriter(store.db, 'others', 'سعاد')
      expect(ask('review.move', { to: 'approved' }, role, 'own')).toBe('allowed')
      expect(ask('review.move', { to: 'approved' }, role, 'others')).toBe('own-text')
      expect(ask('review.moveMany', { to: 'corrected' }, role, 'others')).toBe('own-text')
      expect(ask('review.move', { to: 'approved' }, role, 'others', { ...USUAL_RULES, approveOwn: true })).toBe(
        'allowed',
      )
    },
  )

  it('lets reporters write in the drafts of others where the house does, and neither delete nor submit them', () => {
    const { ask } = twoArticles()
    const rules = { ...USUAL_RULES, editOthers: true }
    expect(ask('articles.save', {}, 'reporter', 'others', rules)).toBe('allowed')
    expect(ask('history.restore', {}, 'reporter', 'others', rules)).toBe('allowed')
    expect(ask('bin.put', {}, 'reporter', 'others', rules)).toBe('not-your-draft')
    expect(ask('review.move', { to: 'submitted' }, 'reporter', 'others', rules)).toBe('not-your-draft')
  })
})

import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute, type Route } from './routes.ts'

describe('routes', () => {
  it.each<[string, Route]>([
    ['#/', { screen: 'library' }],
    ['#/library/waiting', { screen: 'library', queue: 'waiting' }],
    ['#/library/all', { screen: 'library', queue: 'all' }],
    ['#/import', { screen: 'import' }],
    ['#/store', { screen: 'store', begin: null }],
    ['#/store/restore', { screen: 'store', begin: 'restore' }],
    ['#/outbox', { screen: 'outbox' }],
    ['#/destinations', { screen: 'destinations' }],
    ['#/bin', { screen: 'bin' }],
    ['#/settings', { screen: 'settings', section: 'general' }],
    ['#/settings/checks', { screen: 'settings', section: 'checks' }],
    ['#/article/a%2Fb', { screen: 'article', id: 'a/b', blockId: null }],
    ['#/article/a1?block=b2', { screen: 'article', id: 'a1', blockId: 'b2' }],
    ['#/article/a1/publish', { screen: 'publish', id: 'a1' }],
    ['#/article/a1/versions', { screen: 'versions', id: 'a1' }],
  ])('parses and formats %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
    expect(formatRoute(route)).toBe(hash)
  })
  it('parses the address of a section that does not exist as the first section', () => {
    expect(parseRoute('#/settings/nowhere')).toEqual({ screen: 'settings', section: 'general' })
  })
  it.each(['', '#', '#/nowhere', '#/library/nowhere', '#/article/', '#/article/%', '#key=abc'])(
    'parses %s as the library',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ screen: 'library' })
    },
  )
})

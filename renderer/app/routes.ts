import { useSyncExternalStore } from 'react'
import { queueSchema, type Queue } from '#core/review/queues.ts'
import { sectionNamed, type SettingsSection } from '#renderer/features/settings/section-names.ts'

/** Every screen, with its parameters. */
export type Route =
  /** Without a queue: the one that was shown last. */
  | { screen: 'library'; queue?: Queue }
  | { screen: 'import' }
  | { screen: 'verify' }
  | { screen: 'bin' }
  | { screen: 'outbox' }
  | { screen: 'handovers' }
  | { screen: 'destinations' }
  | { screen: 'settings'; section: SettingsSection }
  | { screen: 'store'; begin: 'back-up' | 'restore' | null }
  | { screen: 'article'; id: string; blockId: string | null }
  | { screen: 'publish'; id: string }
  | { screen: 'versions'; id: string }

/** @returns the route of a URL fragment; the library for any other fragment. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?', 2)
  const [screen, id, part] = path.split('/').map(decode)
  const queue = screen === 'library' ? queueSchema.safeParse(id) : null
  if (queue?.success === true) return { screen: 'library', queue: queue.data }
  if (screen === 'import' || screen === 'verify' || screen === 'bin') return { screen }
  if (screen === 'settings') return { screen, section: sectionNamed(id) }
  if (screen === 'store') return { screen, begin: id === 'back-up' || id === 'restore' ? id : null }
  if (screen === 'outbox' || screen === 'destinations' || screen === 'handovers') return { screen }
  if (screen === 'article' && id !== undefined && id !== '') {
    if (part === 'publish' || part === 'versions') return { screen: part, id }
    return { screen: 'article', id, blockId: new URLSearchParams(query).get('block') }
  }
  return { screen: 'library' }
}

/** @returns the fragment that `parseRoute` reads back. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'library':
      return route.queue === undefined ? '#/' : `#/library/${route.queue}`
    case 'article': {
      const block = route.blockId === null ? '' : `?block=${encodeURIComponent(route.blockId)}`
      return `#/article/${encodeURIComponent(route.id)}${block}`
    }
    case 'store':
      return route.begin === null ? '#/store' : `#/store/${route.begin}`
    case 'settings':
      return route.section === 'general' ? '#/settings' : `#/settings/${route.section}`
    case 'publish':
    case 'versions':
      return `#/article/${encodeURIComponent(route.id)}/${route.screen}`
    default:
      return `#/${route.screen}`
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A malformed escape is no id.
    return ''
  }
}

const listeners = new Set<() => void>()

/**
 * Opens a screen, as an entry of the browser's history. The browser reports that only later; what is typed until then would
 * go to the screen that is left.
 */
export function go(route: Route): void {
  location.hash = formatRoute(route)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
  }
}

/** @returns the URL fragment. The component renders again when it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}

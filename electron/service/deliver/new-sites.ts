import { ContractError } from '#core/contract/errors.ts'
import type { Settings } from '#core/contract/settings.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import type { Store } from '#db/open.ts'
import { listDestinations } from '#db/tables/destinations.ts'
import { getSettings } from '#db/tables/settings.ts'

/**
 * Asked before Midad reaches a site that is no saved destination.
 * @param site its address, short enough to be shown
 * @param clientId the window that wants it
 */
export type MayReach = (site: string, settings: Settings, clientId: string) => boolean | Promise<boolean>

/** The sites that are no destinations yet, and that windows want to test or to save. */
export type NewSites = {
  /**
   * Resolves when the site of a destination may be reached.
   * @throws ContractError `address-refused`; `too-many-addresses` when windows named too many within an hour.
   */
  require(config: DestinationConfig, clientId: string): Promise<void>
}

const HOUR_MS = 3_600_000
/** How many new sites windows may name within an hour. A person needs a few, a search of the network thousands. */
const MOST_PER_HOUR = 20
/** How much of an address is shown. It begins with the host. */
const SHOWN = 120

/** @param mayReach where it is undefined, a person names every address, as on the command line: nothing is refused */
export function createNewSites(store: Store, now: () => string, mayReach: MayReach | undefined): NewSites {
  const allowed = new Set<string>()
  let asked: number[] = []
  const isSaved = (site: string): boolean => listDestinations(store.db).some(({ config }) => addressOf(config) === site)
  return {
    async require(config, clientId) {
      const site = addressOf(config)
      if (mayReach === undefined || site === null || allowed.has(site) || isSaved(site)) return
      const shown = site.length > SHOWN ? `${site.slice(0, SHOWN)}…` : site
      const time = Date.parse(now())
      asked = asked.filter((at) => at > time - HOUR_MS)
      if (asked.length >= MOST_PER_HOUR) throw new ContractError('too-many-addresses', { site: shown })
      asked.push(time)
      if (!(await mayReach(shown, getSettings(store.db), clientId))) {
        throw new ContractError('address-refused', { site: shown })
      }
      allowed.add(site)
    },
  }
}

/** @returns what a secret was entered for. Another scheme, port or path is another site. */
export function siteOf(config: DestinationConfig): string {
  return `${config.kind} ${addressOf(config) ?? ''}`
}

/** @returns the address as the network sees it, so that no two spellings of one differ; null for a folder. */
function addressOf(config: DestinationConfig): string | null {
  if (config.kind === 'folder') return null
  const { origin, pathname } = new URL(config.address)
  return `${origin}${pathname.replace(/\/$/u, '')}`
}

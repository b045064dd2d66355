const URN = 'urn:newsml:midad:'

/** The highest version that is believed. A forged higher one would spoil the count of versions. */
const MAX_VERSION = 1_000_000

/** The article and version that a file says it is. */
export type Issue = {
  /** The id of the article of ours; null for a file from elsewhere. */
  midadId: string | null
  /** The exported version; null if the file does not say. */
  version: number | null
}

function idOf(urn: string): string | null {
  if (!urn.startsWith(URN)) return null
  try {
    const id = decodeURIComponent(urn.slice(URN.length))
    return id.length >= 1 && id.length <= 64 ? id : null
  } catch (error) {
    // An invalid percent-encoding: not one of ours.
    if (error instanceof URIError) return null
    throw error
  }
}

/**
 * Finds which article of ours a file is, and in which version.
 * @param urn the identifier that every export of an article has
 * @param version the version as the file writes it
 */
export function issueOf(urn: string, version: string): Issue {
  const midadId = idOf(urn)
  const isCounted = /^[1-9]\d{0,6}$/u.test(version) && Number(version) <= MAX_VERSION
  return { midadId, version: midadId !== null && isCounted ? Number(version) : null }
}

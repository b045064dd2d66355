const URN = 'urn:newsml:midad:'

/** No article leaves a house more often; a number beyond it was made to break the count. */
const MAX_VERSION = 1_000_000

/** What a file says of where it comes from. */
export type Issue = {
  /** Which article of ours it says it is; null for one from elsewhere. */
  midadId: string | null
  /** The version in which that article left; null where the file does not say. */
  version: number | null
}

function idOf(urn: string): string | null {
  if (!urn.startsWith(URN)) return null
  try {
    const id = decodeURIComponent(urn.slice(URN.length))
    return id.length >= 1 && id.length <= 64 ? id : null
  } catch (error) {
    // A percent sign that stands for nothing: not one of ours.
    if (error instanceof URIError) return null
    throw error
  }
}

/**
 * Says which article of ours a file is, and in which version.
 * @param urn the permanent name that every export of an article has
 * @param version as the file writes it
 */
export function issueOf(urn: string, version: string): Issue {
  const midadId = idOf(urn)
  const isCounted = /^[1-9]\d{0,6}$/u.test(version) && Number(version) <= MAX_VERSION
  return { midadId, version: midadId !== null && isCounted ? Number(version) : null }
}

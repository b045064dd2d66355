const URN = 'urn:newsml:midad:'

/** @returns the id of an article of ours by the permanent name that every export of it has; null for another's. */
export function midadId(urn: string): string | null {
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

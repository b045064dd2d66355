import { Fragment } from 'react'

/** A path with each name isolated, because an Arabic name would reorder the names beside it. */
export function PathText({ path }: { path: string }) {
  return path.split(/([/\\])/u).map((part, index) => (
    // The parts of a path have no identity but their index.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index % 2 === 1 ? part : <bdi>{part}</bdi>}</Fragment>
  ))
}

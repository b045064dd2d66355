import { Fragment } from 'react'

/** A path, each name in it in its own direction: an Arabic name would otherwise tear apart what stands beside it. */
export function PathText({ path }: { path: string }) {
  return path.split(/([/\\])/u).map((part, index) => (
    // The parts of one path have no other identity than their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index % 2 === 1 ? part : <bdi>{part}</bdi>}</Fragment>
  ))
}

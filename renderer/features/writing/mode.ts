/** Whether a text is the article itself, or a proposal for it. */
export type WritingMode = 'edit' | 'propose'

/** What a session shows; `since` is the article with what changed since an earlier version, for reading. */
export type Mode = WritingMode | 'since'

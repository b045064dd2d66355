/** Whether a text is the article itself, or a proposal for it. */
export type Mode = 'edit' | 'propose'

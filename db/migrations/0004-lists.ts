/**
 * What lists are narrowed down by stands in the index in whose order they are shown, so that no row is read to be left out;
 * it stays one index, for a save changes its place in each. The choices of authors and sections, and the revisions that
 * may be thinned out, have indexes of their own, which a save leaves alone.
 */
export const lists = `
DROP INDEX articles_by_time;
CREATE INDEX articles_by_time ON articles (
  updated_at DESC, number DESC, state, has_image, section, CASE byline WHEN '' THEN creator ELSE byline END
) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_author ON articles (CASE byline WHEN '' THEN creator ELSE byline END) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_section ON articles (section) WHERE deleted_at IS NULL;
CREATE INDEX revisions_to_thin ON revisions (article_id) WHERE reason IN ('quiet', 'closed');
`

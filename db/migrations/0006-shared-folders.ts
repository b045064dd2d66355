/**
 * Packages in a folder were as readable as the folder. From this version on a destination says whether other accounts
 * read them. Those that are there go on as before: a CMS under another account may depend on it. A damaged row stays as
 * it is, for a new seal would hide the damage.
 */
export const sharedFolders = `
UPDATE destinations SET
  config = json_set(config, '$.readByOthers', json('true')),
  seal = seal(id, name, json_set(config, '$.readByOthers', json('true')), created_at, updated_at)
WHERE CASE
  WHEN seal = seal(id, name, config, created_at, updated_at) THEN json_extract(config, '$.kind')
END = 'folder';
`

/** Raised with every change of the tables or of what is mapped into them: an older snapshot is read anew. */
export const schemaVersion = 12;

/**
 * The tables of a snapshot. A sync works on a copy of the last one, so every row may be an earlier sync's:
 * `generation` counts syncs, and what the present one brings takes the place of what an earlier one left.
 * Content that catalogs share is stored once (`items`); each catalog keeps its
 * membership and its own enrollment URLs (`memberships`). Item ids are internal and reach no output.
 */
export const schema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE catalogs (
    uuid TEXT PRIMARY KEY, position INTEGER NOT NULL, slug TEXT, json TEXT NOT NULL,
    stamp TEXT,                -- what the service said of its last change when it was read
    read_at INTEGER,           -- when its content was last read whole, in milliseconds
    generation INTEGER,        -- in which that was
    kept_because TEXT,         -- why it could not be read in this sync, so that its last copy stands
    walk TEXT                  -- how its last walk went: pages, announced, notes
  ) WITHOUT ROWID;
  CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,        -- course, program
    key TEXT NOT NULL,
    slug TEXT,
    digest TEXT NOT NULL,      -- of json
    richness INTEGER NOT NULL, -- fields with a value in the source: a sparser copy never replaces a fuller one
    first_seen INTEGER,        -- milliseconds
    generation INTEGER NOT NULL, -- in which a listing or detail last brought it
    changed INTEGER NOT NULL,    -- generation in which its json last changed
    is_sparse INTEGER NOT NULL,  -- made from a search document
    outline TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (kind, key)
  );
  CREATE UNIQUE INDEX items_by_slug ON items (kind, slug);
  CREATE TABLE runs (
    course_id INTEGER NOT NULL, key TEXT NOT NULL, slug TEXT,
    is_loose INTEGER NOT NULL, -- listed alone, not by its course
    PRIMARY KEY (course_id, key)
  ) WITHOUT ROWID;
  CREATE TABLE memberships (
    catalog_uuid TEXT NOT NULL,
    kind TEXT NOT NULL,        -- course, course-run, program
    key TEXT NOT NULL,
    enrollment_url TEXT,       -- of this catalog, verbatim
    is_listed INTEGER NOT NULL, -- by the catalog itself, not only named by something in it
    PRIMARY KEY (catalog_uuid, kind, key)
  ) WITHOUT ROWID;
  CREATE INDEX memberships_by_item ON memberships (kind, key);
  CREATE TABLE terms (
    kind TEXT NOT NULL,        -- subject, partner, skill, instructor, level, language
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT,
    generation INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) WITHOUT ROWID;
  CREATE TABLE item_terms (
    item_id INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (item_id, kind, key)
  ) WITHOUT ROWID;
  CREATE INDEX item_terms_by_term ON item_terms (kind, key, item_id);
  CREATE TABLE program_courses (
    program_uuid TEXT NOT NULL, course_key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (program_uuid, course_key)
  ) WITHOUT ROWID;
  CREATE INDEX program_courses_by_course ON program_courses (course_key);
  CREATE TABLE slugs (         -- once given they stay, also those of items that have left
    kind TEXT NOT NULL,        -- catalog, course, course-run, program, or that of a term
    scope TEXT NOT NULL,       -- the course's key for a run, else empty
    key TEXT NOT NULL,
    slug TEXT NOT NULL,
    first_seen INTEGER NOT NULL, -- milliseconds
    PRIMARY KEY (kind, scope, key)
  ) WITHOUT ROWID;
  CREATE TABLE loose_runs (    -- runs that a catalog lists alone
    catalog_uuid TEXT NOT NULL, key TEXT NOT NULL, course_key TEXT NOT NULL, generation INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (catalog_uuid, key)
  ) WITHOUT ROWID;
  CREATE TABLE details (       -- what listings name and do not hold, asked for by itself
    kind TEXT NOT NULL, key TEXT NOT NULL, catalog_uuid TEXT NOT NULL,
    read_at INTEGER NOT NULL,  -- milliseconds
    generation INTEGER NOT NULL,
    is_found INTEGER NOT NULL,
    naming TEXT NOT NULL,      -- the runs that stood for a course
    etag TEXT,                 -- of the copy, from services that give one
    is_due INTEGER NOT NULL,   -- it failed, so it is asked for in the next sync
    PRIMARY KEY (kind, key)
  ) WITHOUT ROWID;
  CREATE TABLE sparse_courses ( -- listed as search documents: the rest of them is asked for
    key TEXT PRIMARY KEY, catalog_uuid TEXT NOT NULL,
    digest TEXT NOT NULL,      -- of the search document
    asked_at INTEGER NOT NULL, -- milliseconds
    is_due INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE tombstones (    -- items that left, for half a year
    kind TEXT NOT NULL, key TEXT NOT NULL, slug TEXT, title TEXT NOT NULL,
    language TEXT,             -- of the title
    terms TEXT NOT NULL,       -- JSON: kind and key of each subject and partner
    programs TEXT NOT NULL,    -- JSON: uuids of those that it belonged to
    left_at INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
  ) WITHOUT ROWID;
  CREATE TABLE images (        -- pictures that items name, by address; their files are in the image cache
    url TEXT PRIMARY KEY,
    digest TEXT,               -- of the source in the cache; null where there is none
    type TEXT, width INTEGER, height INTEGER, tone TEXT, has_alpha INTEGER,
    refused TEXT,              -- why there is none
    failed TEXT,               -- why the last fetch failed, for a reason that may pass
    etag TEXT, last_modified TEXT,
    checked_at INTEGER NOT NULL, -- when the server last sent, confirmed or refused it, in milliseconds
    generation INTEGER NOT NULL  -- in which that was
  ) WITHOUT ROWID;
  CREATE TABLE findings (      -- what was refused, hidden or unreadable, by where it was found
    scope TEXT NOT NULL,       -- a catalog's uuid, list, details
    type TEXT NOT NULL,        -- refused, hidden, note
    kind TEXT NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (scope, type, kind, key, path)
  ) WITHOUT ROWID;
  CREATE TABLE walk_pages (    -- of walks under way: what an interrupted sync goes on from
    catalog_uuid TEXT NOT NULL, page INTEGER NOT NULL, stamp TEXT NOT NULL, announced INTEGER NOT NULL,
    received INTEGER NOT NULL, refused INTEGER NOT NULL, has_next INTEGER NOT NULL, read_at INTEGER NOT NULL,
    PRIMARY KEY (catalog_uuid, page)
  ) WITHOUT ROWID;
  CREATE TABLE walk_seen (     -- memberships that the walk under way has met
    catalog_uuid TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    pass INTEGER NOT NULL,     -- the last one that met it
    times INTEGER NOT NULL,    -- in that pass
    page INTEGER NOT NULL,     -- the last one that held it
    PRIMARY KEY (catalog_uuid, kind, key)
  ) WITHOUT ROWID;
`;

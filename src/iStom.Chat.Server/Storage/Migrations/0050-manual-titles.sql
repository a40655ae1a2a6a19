-- Of a word that many articles have, those with it in their title come first.
create index if not exists istom_article_search_title on istom_article_search using gin (title);

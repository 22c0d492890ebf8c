-- A country beside the example town: the same rows every time, made by PostgreSQL itself (`make bench`).
-- Needs the example town in the same database. :stories says how many; 1,000,000 takes about three minutes.
SET synchronous_commit = off;
SET session_replication_role = replica;
SELECT setseed(0.5);

INSERT INTO communities_organisation (name, kind, code, about)
SELECT 'Gemeente ' || n, 'municipality', 'GM8' || lpad(n::text, 3, '0'), '' FROM generate_series(1, 100) n;

-- 10,000 communities, 490 of them in the example's own municipality.
INSERT INTO communities_community (name, slug, own_words, own_words_by, policy_wording, opened_on, municipality_id)
SELECT 'Buurt ' || n, 'buurt-' || n, 'Wij wonen hier graag.', 'een bewoner', '', date '2024-01-01',
    CASE WHEN n <= 490 THEN (SELECT id FROM communities_organisation WHERE code = 'GM9901')
    ELSE (SELECT min(id) FROM communities_organisation WHERE code LIKE 'GM8%') + n % 100 END
FROM generate_series(1, 10000) n;

INSERT INTO communities_user (password, email, display_name, language, digest, is_active, joined_on)
SELECT '!', 'mens' || n || '@groot.example', 'Mens ' || n, 'nl', 'weekly', true, date '2024-01-01'
FROM generate_series(1, 100000) n;

-- 5,000 people in one community, the others spread.
INSERT INTO communities_membership (community_id, user_id, role, since, asked_on, shown_as, shown_since)
SELECT CASE WHEN rn <= 5000 THEN (SELECT id FROM communities_community WHERE slug = 'kanaalbuurt')
    ELSE (SELECT id FROM communities_community WHERE slug = 'buurt-' || (1 + rn % 10000)) END,
    id, 'resident', date '2024-01-02', date '2024-01-01', 'members', date '2024-01-02'
FROM (SELECT id, row_number() OVER (ORDER BY id) rn FROM communities_user WHERE email LIKE '%@groot.example') u;

-- 70,000 groups, 450 in the big one; a third of them on their way.
INSERT INTO communities_group (title, own_words, own_words_by, policy_wording, started_on, community_id)
SELECT 'Groep ' || n, 'Wat ons bij elkaar houdt.', 'een bewoner', '', date '2018-01-01' + n % 2000,
    CASE WHEN n <= 450 THEN (SELECT id FROM communities_community WHERE slug = 'kanaalbuurt')
    ELSE (SELECT min(id) FROM communities_community WHERE slug LIKE 'buurt-%') + n % 10000 END
FROM generate_series(1, 70000) n;
INSERT INTO trajectories_trajectory (group_id, template, methods, questions, rhythm)
SELECT id, '', '[]', '', '' FROM communities_group WHERE title LIKE 'Groep %' AND id % 3 = 0;

INSERT INTO trajectories_gathering (kind, title, start_question, method, starts_at, place_text, needs, movements,
    open_door, reach, community_id, group_id, cancelled_why, changed_at, interpreter, provisions, sequence)
SELECT 'gathering', 'Avond ' || n, 'Wat speelt hier?', '', now() - interval '1500 days' + n * interval '10 minutes',
    'buurthuis', '', '[]', true, 2 + 2 * (n % 2), g.community_id, g.id, '', now(), '', '[]', 0
FROM generate_series(1, 200000) n JOIN LATERAL (
    SELECT id, community_id FROM communities_group
    WHERE id = (SELECT max(id) FROM communities_group) - n % 70000) g ON true;

INSERT INTO trajectories_signal (title, words, policy_wording, reach, heard_on, put_on, put_to_id, answer_due,
    community_id, group_id)
SELECT 'Vraag ' || n, 'Waarom duurt het zo lang?', '', 4, date '2022-01-01' + n % 1500, date '2022-02-01' + n % 1500,
    (SELECT min(id) FROM communities_office), date '2022-03-15' + n % 1500, g.community_id, g.id
FROM generate_series(1, 100000) n JOIN LATERAL (
    SELECT id, community_id FROM communities_group
    WHERE id = (SELECT max(id) FROM communities_group) - n % 70000) g ON true;

-- Stories: one in ten for everyone, 50,000 in one community, 20,000 in one call; "brug" in a fifth, "zeldzaam" in two.
CREATE TEMP TABLE texts AS
SELECT k, 'Toen ik hier kwam was ' || string_agg(w[1 + (k * j * 7919) % 29], ' ' ORDER BY j) AS words
FROM generate_series(0, 2002) k, generate_series(1, 40) j, (SELECT string_to_array('straat kachel buurvrouw lamp deur '
    'school tafel winter jas brood sleutel trap fiets soep kanaal wachten zwaaien helpen vragen koken lachen schrijven '
    'open donker warm samen laat vroeg stil', ' ') AS w) list
GROUP BY k;
SELECT indexdef AS in_dutch FROM pg_indexes WHERE indexname = 'stories_in_dutch' \gset
DROP INDEX stories_in_dutch;
INSERT INTO stories_storycall (title, why, what_happens, start_question, languages, opened_on, closes_on, gave_back,
    community_id)
SELECT 'Grote oproep', 'Om te weten.', 'Wij lezen.', 'Wanneer?', '["nl"]', date '2026-01-01', date '2027-12-31', '', id
FROM communities_community WHERE slug = 'kanaalbuurt';
INSERT INTO stories_story (uuid, told_by, read_back_how, title, text, pseudonym, language, relation, state, text_hash,
    changed_at, told_on, community_id, later, reach, until, may_quote, may_count, may_teach, consented_hash,
    let_in_hash, teller_id, call_id)
SELECT md5('verhaal' || n)::uuid, 'self', '', 'Verhaal ' || n,
    texts.words
    || CASE WHEN n % 5 = 0 THEN ' brug' ELSE '' END || CASE WHEN n IN (77, 777) THEN ' zeldzaam' ELSE '' END || '.',
    '', CASE WHEN n % 50 = 0 THEN 'ar' ELSE 'nl' END, 'live', 'told', md5('tekst' || n), now(),
    date '2026-11-01' - n % 2000,
    CASE WHEN n <= 50000 THEN (SELECT id FROM communities_community WHERE slug = 'kanaalbuurt')
    ELSE (SELECT min(id) FROM communities_community WHERE slug LIKE 'buurt-%') + n % 10000 END, '',
    (ARRAY[4, 2, 2, 2, 2, 2, 3, 3, 2, 0])[1 + n % 10], timestamptz '2099-01-01', n % 4 = 0, true, false,
    md5('tekst' || n), md5('tekst' || n),
    (SELECT min(id) FROM communities_user WHERE email LIKE '%@groot.example') + n % 100000,
    CASE WHEN n <= 20000 THEN (SELECT max(id) FROM stories_storycall) END
FROM generate_series(1, :stories) n JOIN texts ON texts.k = n % 2003;
INSERT INTO stories_consent (story_id, text_hash, reach, may_quote, may_count, may_teach, wording, method, given_at,
    until)
SELECT id, text_hash, reach, may_quote, may_count, may_teach, '2026-11', 'online', timestamptz '2025-01-01', until
FROM stories_story WHERE title LIKE 'Verhaal %';
INSERT INTO stories_quote (story_id, start, "end", translation)
SELECT id, 0, 20, '' FROM stories_story WHERE title LIKE 'Verhaal %' AND may_quote AND id % 2 = 0;
INSERT INTO communities_notice (kind, about, due, person_id, community_id)
SELECT 'story', md5('verhaal' || n), now() - interval '1 day', (SELECT min(id) FROM communities_user WHERE email
    LIKE '%@groot.example') + n % 100000, NULL FROM generate_series(1, :stories) n;
SET session_replication_role = DEFAULT;
:in_dutch;
VACUUM ANALYZE;

-- The role and the database of the site; the role of the same name on this machine needs no password.
CREATE ROLE samenspel LOGIN;
CREATE DATABASE samenspel OWNER samenspel;

-- By itself PostgreSQL writes whole rows into its log when a statement fails.
ALTER ROLE samenspel SET log_min_error_statement = 'panic';
ALTER ROLE samenspel SET log_error_verbosity = 'terse';

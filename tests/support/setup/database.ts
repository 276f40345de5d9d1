/** Gives each test of a project with a database an empty one, and an empty mailbox. */
import { beforeAll, beforeEach } from "vitest";
import { emptyDatabase, openDatabase } from "../database";
import { emptyMailbox } from "../mailbox";

beforeAll(openDatabase);
beforeEach(emptyDatabase);
beforeEach(emptyMailbox);

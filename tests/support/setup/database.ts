/** Gives each test of a project with a database an empty one, an open queue and an empty mailbox. */
import { beforeAll, beforeEach } from "vitest";
import { prepareQueue } from "@/lib/mail/queue";
import { emptyDatabase, openDatabase } from "../database";
import { emptyMailbox } from "../mailbox";

beforeAll(openDatabase);
beforeAll(prepareQueue);
beforeEach(emptyDatabase);
beforeEach(emptyMailbox);

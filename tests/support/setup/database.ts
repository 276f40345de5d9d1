/** Gives each test of a project with a database an empty one, an open queue and an empty mailbox. */
import { systemClock } from "pg-boss";
import { beforeAll, beforeEach } from "vitest";
import { prepareQueue } from "@/lib/mail/queue";
import { emptyDatabase, openDatabase } from "../database";
import { emptyMailbox } from "../mailbox";

// The queue's alarms keep to the real clock: when a test puts time back by months they would ring without end.
systemClock.now = Date.now.bind(Date);

beforeAll(openDatabase);
beforeAll(prepareQueue);
beforeEach(emptyDatabase);
beforeEach(emptyMailbox);

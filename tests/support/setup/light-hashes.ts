/** Hashes of passwords and recovery codes cost little here. */
import { hashLightly } from "../hashes";

hashLightly();

package org.stockbook.documents.web;

import org.springframework.stereotype.Component;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/** What every call needs: who is calling, whether it was sent before, and how to word the answer. */
@Component
record Calls(Permissions permissions, RepeatableCalls repeatable, JsonMapper json) {}

"""One turn: words to facts, facts to a finding, the finding to quotes, quotes to an answer."""

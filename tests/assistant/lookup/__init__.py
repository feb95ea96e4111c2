"""Questions about documents, answered from them."""

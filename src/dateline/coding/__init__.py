"""An analysis becomes claims, relations and framing."""

require "clockwork"

"""What a guide needs to be a site, true whatever program puts its pages together."""
